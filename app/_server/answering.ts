import type { FormState } from '@/app/_ui/form-state'
import type { ActionResult } from './action'
import type { ShownRefusal } from './answer'

type Outcome = { made?: string; go?: string }

/** An action as a form calls it: what was typed comes back with a refusal; `shape` says what came of a success. */
export const answering =
  <R>(deed: (form: FormData) => Promise<ActionResult<R>>, shape: (value: R) => Outcome = () => ({})) =>
  async (state: FormState, form: FormData): Promise<FormState> => {
    const result = await deed(form)
    return result.ok ? succeeded(state, shape(result.value)) : refused(state, result.refusal, form)
  }

export const succeeded = (state: FormState, { made, go }: Outcome): FormState => ({
  fields: {},
  message: null,
  values: {},
  done: state.done + 1,
  made: made ?? null,
  go: go ?? null,
})

export const refused = (state: FormState, refusal: ShownRefusal, form: FormData): FormState => ({
  fields: refusal.fields,
  message: refusal.message,
  values: typed(form),
  done: state.done,
  made: null,
  go: null,
})

// Secrets are never sent back.
const secret = /password|current/i

function typed(form: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {}
  for (const [name, value] of form.entries())
    if (typeof value === 'string' && !name.startsWith('$ACTION') && !secret.test(name))
      values[name] = [...(values[name] ?? []), value]
  return values
}
