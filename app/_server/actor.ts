import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { findActorBySession, sessionIdOf } from '@/lib/identity'
import { type Permission, permits, type UserActor } from '@/lib/identity/shared'
import { now } from '@/lib/kit/clock'

/** The session that this request names, whether it stands or not. The only reader of cookies. */
export const requestSid = cache(async (): Promise<string | null> => sessionIdOf((await headers()).get('cookie') ?? ''))

/** The signed-in person of this request, or null; the session row is looked up every time. */
export const optionalActor = cache(async (): Promise<UserActor | null> => {
  const sid = await requestSid()
  return sid ? findActorBySession(sid, now()) : null
})

/** The signed-in person; anybody else goes to the sign-in page. */
export async function currentActor(): Promise<UserActor> {
  return (await optionalActor()) ?? redirect('/sign-in')
}

/** The signed-in person if the role may do this; otherwise `null`, and the page shows who to ask. */
export async function actorWho(permission: Permission): Promise<{ actor: UserActor; may: boolean }> {
  const actor = await currentActor()
  return { actor, may: permits(actor, permission) }
}
