/** Puts what is only known in the browser into its place: `fill('#{number}', { number: 7 })`. */
export const fill = (text: string, values: Record<string, string | number>) =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
