import { once } from '@/lib/kit/once'
import { randomToken } from '@/lib/kit/seal'

/** A refused form: what was typed, what is wrong (field → code of the catalogue's `survey.error`; `form` is the whole), the status to say it with. */
export type Again = { values: Record<string, string[]>; errors: Record<string, string>; status?: number }

const most = 500
const held = (): Map<string, Again> => once('forms', () => new Map<string, Again>())

/** Keeps a refused form in memory for the page that answers this very request; returns the word for the `x-lazo-form` header. */
export function holdForm(form: Again): string {
  const forms = held()
  // A page that was never shown leaves its form behind: the oldest go first.
  for (const id of forms.keys()) if (forms.size >= most) forms.delete(id)
  const id = randomToken()
  forms.set(id, form)
  return id
}

/** The form that `holdForm` kept, once; null when there is none by that word. */
export function heldForm(id: string | null | undefined): Again | null {
  const form = id ? held().get(id) : undefined
  if (id) held().delete(id)
  return form ?? null
}

/** A form's values by name, as `Again` keeps them. */
export function valuesOf(form: URLSearchParams): Again['values'] {
  const values: Again['values'] = {}
  for (const [name, value] of form) values[name] = [...(values[name] ?? []), value]
  return values
}
