/** The variables of a macro and how they are written in each language. */
export const variables = {
  'customer.first_name': 'cliente.nombre',
  'customer.name': 'cliente.nombre_completo',
  'ticket.number': 'caso.numero',
  'ticket.touchpoint': 'caso.punto',
  'ticket.team': 'caso.equipo',
  'ticket.score': 'caso.calificacion',
  'ticket.date': 'caso.fecha',
  'agent.name': 'agente.nombre_completo',
  'agent.first_name': 'agente.nombre',
  'organization.name': 'organizacion.nombre',
  'case.link': 'caso.enlace',
} as const
export type Variable = keyof typeof variables
export const variableNames = Object.keys(variables) as Variable[]

const shape = /\{\{\s*([^{}|]*?)\s*(?:\|([^{}]*))?\}\}/g
const strip = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The variable that a name or its Spanish alias means, accents and case aside; null for none of ours. */
export const variableOf = (name: string): Variable | null =>
  variableNames.find((one) => one === strip(name) || variables[one] === strip(name)) ?? null

/** Names between braces that mean nothing, as they were written. */
export const unknownIn = (text: string): string[] => [
  ...new Set([...text.matchAll(shape)].flatMap(([, name = '']) => (variableOf(name) ? [] : [name]))),
]

/**
 * The words with each variable replaced by its value, or by what stands behind a bar: `{{customer.first_name|customer}}`.
 * What has neither stays as written and is told in `unresolved`.
 */
export function resolveText(
  text: string,
  values: Partial<Record<Variable, string | null>>,
): { text: string; unresolved: string[] } {
  const unresolved = new Set<string>()
  const resolved = text.replace(shape, (whole, name: string, instead?: string) => {
    const variable = variableOf(name)
    const value = (variable && values[variable]?.trim()) || instead?.trim()
    if (!value) unresolved.add(variable ?? name)
    return value || whole
  })
  return { text: resolved, unresolved: [...unresolved] }
}

/** A text in pieces, for showing variables as chips: `known` is null for a name that means nothing. */
export function piecesOf(text: string): ({ text: string } | { variable: string; known: Variable | null })[] {
  const pieces: ReturnType<typeof piecesOf> = []
  let from = 0
  for (const found of text.matchAll(shape)) {
    if (found.index > from) pieces.push({ text: text.slice(from, found.index) })
    pieces.push({ variable: found[1] ?? '', known: variableOf(found[1] ?? '') })
    from = found.index + found[0].length
  }
  return from < text.length ? [...pieces, { text: text.slice(from) }] : pieces
}
