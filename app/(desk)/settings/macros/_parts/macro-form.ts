import { z } from 'zod'
import { MacroInput, replyWays } from '@/lib/desk/shared'

const text = z.string().default('')

/** The fields of the editor: words by language as `reply.es`, the rest by name; an empty field changes nothing. */
const Posted = z
  .object({
    id: text,
    version: text,
    ...{ name: text, 'names.es': text, 'names.en': text, sharing: text, way: text },
    ...{ team: text, touchpoint: text, assignee: text, priority: text, rootCause: text },
    ...{ tagsAdd: text, tagsRemove: text, status: text, reason: text, snoozeHours: text },
  })
  .catchall(z.unknown())

/** What was posted, as the macro's own input. */
export const MacroForm = Posted.transform((form) =>
  asInput({
    ...(form.id && { id: form.id, version: form.version }),
    name: form.name,
    names: given({ es: form['names.es'].trim(), en: form['names.en'].trim() }),
    ...sharingOf(form.sharing),
    deeds: {
      ...wordsOf(form, 'reply', { way: replyWays.find((one) => one === form.way) ?? 'write' }),
      ...wordsOf(form, 'note', {}),
      ...wordsOf(form, 'action', {}),
      ...given({
        ...{ team: form.team, touchpoint: form.touchpoint, assignee: form.assignee, priority: form.priority },
        ...{ rootCause: form.rootCause, snoozeHours: form.snoozeHours },
      }),
      tags: { add: split(form.tagsAdd), remove: split(form.tagsRemove) },
      ...statusOf(form.status, form.reason),
    },
  }),
).pipe(MacroInput)

type Form = z.output<typeof Posted>

// What was chosen in a list is text; the macro's own schema says whether it is one of its codes.
const asInput = (posted: object) => posted as z.input<typeof MacroInput>

function wordsOf<More extends object>(form: Form, field: 'reply' | 'note' | 'action', more: More) {
  const texts = given({ es: word(form[`${field}.es`]), en: word(form[`${field}.en`]) })
  return Object.keys(texts).length > 0 ? { [field]: { texts, ...more } } : {}
}

// One list says for whom: oneself, everybody, or a team by its id.
const sharingOf = (value: string) =>
  value === 'own' || value === 'all' || value === '' ? { sharing: value || 'own' } : { sharing: 'team', team: value }

// A discarding carries its reason in the choice itself: `discarded:bot`.
function statusOf(value: string, reason: string) {
  const [to = '', why] = value.split(':')
  return to ? { status: { to, ...given({ reason: why ?? (to.startsWith('waiting') ? reason.trim() : '') }) } } : {}
}

const word = (value: unknown): string => (typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '')

const split = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

const given = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
