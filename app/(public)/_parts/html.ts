/** Text that is HTML already; everything else is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

export type Part = Html | string | number | false | null | undefined | Part[]

/**
 * A piece of a page: whatever is put in is escaped, in text and in quoted attributes alike, unless it is Html itself.
 * Customers' pages are written so because they carry no JavaScript: a React page would bring its whole runtime along.
 */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(strings.reduce((text, string, at) => text + rendered(parts[at - 1]) + string))

/** Attributes: a string is written escaped, true alone, false and null not at all. */
export const attributes = (its: Record<string, string | number | boolean | null | undefined>): Html =>
  new Html(
    Object.entries(its)
      .filter(([, value]) => value !== false && value !== null && value !== undefined)
      .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`))
      .join(''),
  )

function rendered(part: Part): string {
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map(rendered).join('')
  return part === false || part === null || part === undefined ? '' : escaped(String(part))
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
