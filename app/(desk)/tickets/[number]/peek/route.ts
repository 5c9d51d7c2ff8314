import { optionalActor } from '@/app/_server/actor'
import { permits } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import type { Peek } from '../../_parts/preview'
import { responseView } from '../../_parts/response-view'
import { ticketFacts } from '../../_parts/ticket-facts'
import { loopView } from '../../_parts/ticket-view'
import { timelineItems, toldBy } from '../../_parts/timeline-items'

/** What the quick look of the queue shows of one ticket. */
export async function GET(_: Request, { params }: { params: Promise<{ number: string }> }) {
  const actor = await optionalActor()
  if (!actor) return new Response(null, { status: 401 })
  if (!permits(actor, 'tickets.read')) return new Response(null, { status: 403 })
  const facts = await ticketFacts(actor, (await params).number, undefined, now())
  const { ticket, touchpoint, assignee, lookup, say, t, f, now: at } = facts
  const said = timelineItems({ ...toldBy(facts), events: [] }, lookup, t, f, at)
  const last = said.findLast((item) => item.kind === 'message' || item.kind === 'note')
  const { here, step } = loopView(facts)
  const peek: Peek = {
    quote: responseView(facts).words,
    facts: [
      { label: t('ticket.loopLabel'), value: t('ticket.step', { step, name: here?.label ?? '' }) },
      { label: t('ticket.side.touchpoint'), value: say(touchpoint) ?? t('ticket.side.none') },
      { label: t('ticket.side.owner'), value: assignee?.name ?? t('queue.row.unassigned') },
      { label: t('ticket.side.status'), value: t(`queue.status.${ticket.status}`) },
    ],
    last: last ? { author: last.author, time: last.time, text: last.text } : null,
  }
  return Response.json(peek, { headers: { 'cache-control': 'no-store' } })
}
