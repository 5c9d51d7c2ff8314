'use server'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { locales } from '@/lib/i18n'
import { endSession, sessionCookieName, sessionCookieOptions, sessionIdOf, updateMe } from '@/lib/identity'
import { now } from '@/lib/kit/clock'

/** The language of everything that this person reads. */
export const changeLanguage = action(z.object({ locale: z.enum(locales) }), (actor, input, at) =>
  updateMe(actor, input, at),
)

/** Ends this session, here and for whoever may hold a copy of its cookie. */
export async function signOut() {
  const sid = await sessionIdOf((await headers()).get('cookie') ?? '')
  if (sid) await endSession(sid, now())
  ;(await cookies()).set(sessionCookieName(), '', { ...sessionCookieOptions(), maxAge: 0 })
  redirect('/sign-in')
}
