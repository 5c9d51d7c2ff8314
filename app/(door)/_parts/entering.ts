import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { issuesOf, plain } from '@/app/_server/action'
import { shown } from '@/app/_server/answer'
import { refused, succeeded } from '@/app/_server/answering'
import type { FormState } from '@/app/_ui/form-state'
import { isLocale, type Locale, negotiate } from '@/lib/i18n'
import { sealSession, sessionCookieName, sessionCookieOptions, type Visit } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import { log } from '@/lib/kit/log'
import { isRefusal, Refusal } from '@/lib/kit/refusal'

/** Who knocks: no actor yet, only a browser at an address. */
export type Knock = { visit: Visit; now: Date; locale: Locale; local: boolean }
type Entered = { sid: string; userId: string; go: string }

/** A form at a door: checked by the schema, then `run`; a success opens the session and goes on, a refusal stands at its field. */
export const entering =
  <S extends z.ZodType>(schema: S, run: (input: z.output<S>, knock: Knock) => Promise<Entered>) =>
  async (state: FormState, form: FormData): Promise<FormState> => {
    const knock = await whoKnocks(form)
    const answer = await enter(schema, run, form, knock)
    if (answer instanceof Refusal || isRefusal(answer)) return refused(state, shown(answer, knock.locale), form)
    ;(await cookies()).set(sessionCookieName(), await sealSession(answer), sessionCookieOptions())
    // A script loads the next page anew, so that it comes in the person's own language; without one the server sends it there.
    return form.has('scripted') ? succeeded(state, { go: answer.go }) : redirect(answer.go)
  }

async function enter<S extends z.ZodType>(
  schema: S,
  run: (input: z.output<S>, knock: Knock) => Promise<Entered>,
  form: FormData,
  knock: Knock,
): Promise<Entered | Refusal> {
  const parsed = schema.safeParse(plain(form))
  if (!parsed.success) return new Refusal('input.invalid', {}, issuesOf(parsed.error))
  try {
    return await run(parsed.data, knock)
  } catch (error) {
    if (isRefusal(error)) return error
    log().error({ err: error }, 'entering failed')
    return new Refusal('action.failed')
  }
}

async function whoKnocks(form: FormData): Promise<Knock> {
  const its = await headers()
  const asked = form.get('lang')
  return {
    visit: { address: its.get('x-lazo-address'), agent: its.get('user-agent') },
    now: now(),
    locale: isLocale(asked) ? asked : negotiate(its.get('accept-language')),
    local: its.get('x-lazo-local') === '1',
  }
}
