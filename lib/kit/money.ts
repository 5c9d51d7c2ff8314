/** Decimal digits of a currency's minor unit by ISO 4217, as the runtime's own tables have them. */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

export const isCurrency = (code: string): boolean =>
  /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf('currency').includes(code)

/** `"1200.00"` as minor units; null when the text is no amount of this currency. */
export function toMinor(amount: string, currency: string): number | null {
  const parts = /^(\d{1,13})(?:\.(\d+))?$/.exec(amount)
  if (!parts) return null
  const digits = minorDigits(currency)
  const fraction = parts[2] ?? ''
  if (fraction.length > digits && /[1-9]/.test(fraction.slice(digits))) return null
  const minor = Number(parts[1]) * 10 ** digits + Number(fraction.slice(0, digits).padEnd(digits, '0') || '0')
  return Number.isSafeInteger(minor) ? minor : null
}

/** Minor units as the decimal string that JSON carries. */
export function toDecimal(minor: number, currency: string): string {
  const digits = minorDigits(currency)
  return (minor / 10 ** digits).toFixed(digits)
}
