'use server'
import { cookies, headers } from 'next/headers'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { answering } from '@/app/_server/answering'
import {
  changePassword,
  endAllSessions,
  endSessionById,
  MePatch,
  PasswordChange,
  sealSession,
  sessionCookieName,
  sessionCookieOptions,
  updateMe,
} from '@/lib/identity'

const Me = MePatch.pick({ name: true, locale: true, timeZone: true })

/** One's own name, language and zone; the page is loaded anew, since its language may be another. */
export const saveMe = answering(
  action(Me, (actor, input, now) => updateMe(actor, input, now)),
  () => ({ go: '/settings/profile' }),
)

/** A new password; this browser goes on with a new session, all others have ended. */
export const savePassword = answering(
  action(PasswordChange, async (actor, given, now) => {
    const its = await headers()
    const visit = { address: its.get('x-lazo-address'), agent: its.get('user-agent') }
    const session = await changePassword(actor, { ...given, ...visit }, now)
    ;(await cookies()).set(sessionCookieName(), await sealSession(session), sessionCookieOptions())
  }),
)

export const endOne = answering(
  action(z.object({ id: z.string().max(64) }), (actor, { id }, now) => endSessionById(actor, id, now)),
)

export const endAll = answering(
  action(z.object({}), async (actor, _, now) => {
    await endAllSessions(actor, now)
    ;(await cookies()).set(sessionCookieName(), '', { ...sessionCookieOptions(), maxAge: 0 })
  }),
  () => ({ go: '/sign-in' }),
)
