import { z } from 'zod'
import { isZone } from '@/lib/kit/period'
import { type FieldIssue, refuse } from '@/lib/kit/refusal'

/** The fields of POST /responses that a column can fill; `attributes.<name>` besides. */
export const importFields = [
  'score',
  'comment',
  'submittedAt',
  'touchpoint',
  'channel',
  'language',
  'reasons',
  'commentType',
  'contactAllowed',
  'externalId',
  'customer.externalId',
  'customer.email',
  'customer.name',
  'customer.phone',
  'customer.language',
  'customer.segment',
  'customer.annualValue.amount',
  'customer.annualValue.currency',
] as const
export type ImportField = (typeof importFields)[number] | `attributes.${string}`

const header = z.string().min(1)
const format = z.string().min(1).max(40)

const Source = z.union([
  header,
  z.strictObject({
    column: header.optional(),
    /** Only for reasons: one column a reason, named by its header, given where the cell says 1, yes, true or x. */
    columns: z.array(header).min(1).max(200).optional(),
    format: z.union([format, z.array(format).min(1).max(10)]).optional(),
    timeZone: z.string().refine(isZone, 'zoneUnknown').optional(),
    values: z.record(z.string(), z.string()).optional(),
    create: z.boolean().optional(),
    /** Only for reasons: what stands between several in one cell. */
    separator: z.string().min(1).max(3).optional(),
  }),
])

const bound = z.number('numberNeeded').int('numberNeeded').min(-100, 'numberNeeded').max(1_000, 'numberNeeded')

const Scale = z
  .strictObject({
    min: bound,
    max: bound,
    invert: z.boolean().optional(),
    blank: z.array(z.string()).max(50).optional(),
  })
  .refine((scale) => scale.max > scale.min, { path: ['max'], message: 'scaleOrder' })

const field = z.string().refine((name): boolean => isImportField(name), 'fieldUnknown')

/** What a mapping file says (contract.md 1). */
export const Mapping = z.strictObject({
  columns: z.record(field, Source),
  scale: Scale.optional(),
  constant: z.record(field, z.union([z.string(), z.number(), z.boolean()])).optional(),
  history: z.boolean().optional(),
})
export type Mapping = z.infer<typeof Mapping>
export type Scale = z.infer<typeof Scale>
export type Source = Exclude<z.infer<typeof Source>, string>

export const isImportField = (name: string): name is ImportField =>
  (importFields as readonly string[]).includes(name) || /^attributes\.[A-Za-z0-9_-]{1,64}$/.test(name)

/** Checks a mapping from outside; refuses `import.mapping` with every fault by path. */
export function parseMapping(input: unknown): Mapping {
  const parsed = Mapping.safeParse(input)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(issueOf)
  const first = issues[0]
  return refuse('import.mapping', { path: first?.path || '-', fault: first?.message ?? '' }, issues)
}

// Where a union hides what is wrong, the fault that lies deepest; `message` is one of our words or zod's.
function issueOf(issue: z.core.$ZodIssue): FieldIssue {
  const own = issue.code === 'invalid_key' || issue.code === 'invalid_element' ? issue.issues[0] : undefined
  const message = own?.message ?? issue.message
  const code = /^\w+$/.test(message) ? `import.fault.${message}` : issue.code
  return { path: issue.path.join('.'), code, message }
}

/** One entry of `columns` in its long form. */
export const sourceOf = (mapping: Mapping, name: ImportField): Source | undefined => {
  const source = mapping.columns[name]
  return typeof source === 'string' ? { column: source } : source
}

/** Every column that the mapping names but the file has not. */
export function missingColumns(mapping: Mapping, headers: readonly string[]): string[] {
  const named = Object.values(mapping.columns).flatMap((source) =>
    typeof source === 'string' ? [source] : [...(source.column ? [source.column] : []), ...(source.columns ?? [])],
  )
  return named.filter((name) => !headers.includes(name))
}
