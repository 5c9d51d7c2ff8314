import { revalidatePath } from 'next/cache'
import type { z } from 'zod'
import { locales } from '@/lib/i18n'
import type { UserActor } from '@/lib/identity/shared'
import { now } from '@/lib/kit/clock'
import { log } from '@/lib/kit/log'
import { type FieldIssue, isRefusal, Refusal } from '@/lib/kit/refusal'
import { optionalActor } from './actor'
import { type ShownRefusal, shown } from './answer'

export type ActionResult<R> = { ok: true; value: R } | { ok: false; refusal: ShownRefusal }

/**
 * A server action: form or object → the domain's own schema → the signed-in person → one command. Resolves to the
 * command's result, or to a refusal with sentences for the fields; never throws what a person can answer.
 */
export function action<S extends z.ZodType, R>(
  schema: S,
  run: (actor: UserActor, input: z.output<S>, now: Date) => Promise<R>,
): (given: FormData | z.input<S>) => Promise<ActionResult<R>> {
  return async (given) => {
    const actor = await optionalActor()
    const locale = actor?.locale ?? locales[0]
    try {
      if (!actor) throw new Refusal('identity.unauthenticated')
      const parsed = schema.safeParse(given instanceof FormData ? plain(given) : given)
      if (!parsed.success) throw new Refusal('input.invalid', {}, issuesOf(parsed.error))
      const value = await run(actor, parsed.data, now())
      revalidatePath('/', 'layout')
      return { ok: true, value }
    } catch (error) {
      if (isRefusal(error)) return { ok: false, refusal: shown(error, locale) }
      if (isRedirect(error)) throw error
      log().error({ err: error }, 'action failed')
      return { ok: false, refusal: shown(new Refusal('action.failed'), locale) }
    }
  }
}

/** A form's fields: repeated names and names that end in `[]` become lists, files stay files. */
export function plain(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue
    const values = form.getAll(name)
    fields[name.replace(/\[\]$/, '')] = name.endsWith('[]') || values.length > 1 ? values : values[0]
  }
  return fields
}

/** What zod found, as issues by field path. */
export const issuesOf = (error: z.ZodError): FieldIssue[] =>
  error.issues.map((issue) => ({ path: issue.path.join('.'), code: issue.code, message: issue.message }))

const isRedirect = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'digest' in error && String(error.digest).startsWith('NEXT_')
