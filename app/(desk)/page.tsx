import { redirect } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'

/** The desk opens on what one's role is about: agents on what waits for them, everybody else on where it hurts. */
export default async function Desk() {
  const actor = await currentActor()
  redirect(actor.role === 'agent' ? '/tickets?view=mine' : '/insights')
}
