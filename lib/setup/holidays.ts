/** The public holidays of a country in a year as local dates; those that Lazo knows by heart, the rest are added by hand. */
export function holidaysOf(country: string, year: number): string[] {
  const day = (monthAndDay: string) => `${year}-${monthAndDay}`
  if (country === 'MX')
    return [
      day('01-01'),
      monday(year, 2, 1),
      monday(year, 3, 3),
      day('05-01'),
      day('09-16'),
      // The government changes on this day every six years: 2024, 2030.
      ...(year % 6 === 2 ? [day('10-01')] : []),
      monday(year, 11, 3),
      day('12-25'),
    ]
  return [day('01-01'), day('12-25')]
}

// The nth Monday of a month: Mexico moves three of its holidays there (Ley Federal del Trabajo, art. 74).
function monday(year: number, month: number, nth: number): string {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
  const date = 1 + ((8 - first) % 7) + (nth - 1) * 7
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
