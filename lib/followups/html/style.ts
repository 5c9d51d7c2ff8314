// What a mail may say of how it looks. Nothing that moves a box out of its place, fetches, animates or runs.
const properties = new Set(
  `background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse
  border-color border-left border-left-color border-left-style border-left-width border-radius border-right
  border-right-color border-right-style border-right-width border-spacing border-style border-top border-top-color
  border-top-style border-top-width border-width color direction display font font-family font-size font-style
  font-variant font-weight height letter-spacing line-height list-style list-style-type margin margin-bottom margin-left
  margin-right margin-top max-height max-width min-height min-width padding padding-bottom padding-left padding-right
  padding-top table-layout text-align text-decoration text-indent text-transform vertical-align white-space width
  word-break word-wrap overflow-wrap word-spacing background`.split(/\s+/),
)
const plainValue = /^[\p{L}\p{N}\s#%.,()'"!+\-/]{1,300}$/u
const functions = /([a-z-]+)\s*\(/gi
const allowedFunctions = new Set(['rgb', 'rgba', 'hsl', 'hsla'])
const display = /^(?:block|inline|inline-block|none|table|table-row|table-cell|list-item)(?:\s*!important)?$/i
const longest = 4_000

/** A style attribute with only what may be said, or '' when nothing of it may. Never looks inside what it does not know. */
export function plainStyle(style: string): string {
  if (style.length > longest || /[\\<>@{}]|\/\*/.test(style)) return ''
  return style
    .split(';')
    .flatMap((declaration) => {
      const colon = declaration.indexOf(':')
      const property = declaration.slice(0, colon).trim().toLowerCase()
      const value = declaration.slice(colon + 1).trim()
      return colon > 0 && properties.has(property) && isPlain(property, value) ? [`${property}:${value}`] : []
    })
    .join(';')
}

function isPlain(property: string, value: string): boolean {
  if (!plainValue.test(value)) return false
  if (property === 'display') return display.test(value)
  // A margin below zero lays words over others.
  if (property.startsWith('margin') && value.includes('-')) return false
  if (property === 'text-indent' && value.includes('-')) return false
  return [...value.matchAll(functions)].every(([, name = '']) => allowedFunctions.has(name.toLowerCase()))
}
