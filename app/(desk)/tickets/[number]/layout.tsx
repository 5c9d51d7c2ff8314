import { forbidden, notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { currentActor } from '@/app/_server/actor'
import { permits } from '@/lib/identity'
import { isRefusal } from '@/lib/kit/refusal'
import { ticketIdOf } from '@/lib/tickets'

type LayoutProps = { children: ReactNode; params: Promise<{ number: string }> }

/** Asked before anything of the page is sent: what is not there or not theirs to see is a 404, not a skeleton that ends in one. */
export default async function TicketLayout({ children, params }: LayoutProps) {
  const actor = await currentActor()
  if (!permits(actor, 'tickets.read')) forbidden()
  const { number } = await params
  if (!/^\d{1,9}$/.test(number)) notFound()
  await ticketIdOf(actor, Number(number)).catch((error: unknown) => {
    if (isRefusal(error) && error.code === 'ticket.unknown') notFound()
    throw error
  })
  return children
}
