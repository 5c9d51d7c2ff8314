import { optionalActor } from '@/app/_server/actor'
import { permits } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import type { Peek } from '../../_parts/preview'
import { responseView } from '../../_parts/response-view'
import { ticketFacts } from '../../_parts/ticket-facts'
import { loopView } from '../../_parts/ticket-view'
import { timelineItems } from '../../_parts/timeline-items'

/** What the quick look of the queue shows of one ticket. */
export async function GET(_: Request, { params }: { params: Promise<{ number: string }> }) {
  const actor = await optionalActor()
  if (!actor) return new Response(null, { status: 401 })
  if (!permits(actor, 'tickets.read')) return new Response(null, { status: 403 })
  const facts = await ticketFacts(actor, (await params).number, undefined, now())
  const { ticket, answer, customer, names, t, f, now: at } = facts
  const touchpoint = ticket.touchpointId ? names.touchpoint(ticket.touchpointId) : undefined
  const name = customer?.customer.name ?? t('ticket.customerGone')
  const told = { name, email: null, language: ticket.language }
  const said = timelineItems({ said: facts.said, happened: [], customer: told }, names, t, f, at)
  const last = said.at(-1)
  const { here, step } = loopView(facts)
  const response = responseView({ ticket, answer, customer, touchpoint }, t, f)
  const peek: Peek = {
    quote: response.words,
    facts: [
      { label: t('ticket.loopLabel'), value: t('ticket.step', { step, name: here?.label ?? '' }) },
      { label: t('ticket.side.touchpoint'), value: touchpoint ?? t('ticket.side.none') },
      { label: t('ticket.side.owner'), value: names.person(ticket.assigneeId ?? '') ?? t('queue.row.unassigned') },
      { label: t('ticket.side.status'), value: t(`queue.status.${ticket.status}`) },
    ],
    last: last && last.kind !== 'event' ? { author: last.author, time: last.time, text: last.text } : null,
  }
  return Response.json(peek, { headers: { 'cache-control': 'no-store' } })
}
