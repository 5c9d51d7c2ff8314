import { after, days, hours, minutes } from '@/lib/kit/clock'
import { dice, happens } from './chance'
import type { World } from './world'

/** Who has read what by now: most of what goes on, a few not yet; and what people were told of the last days' assignments. */
export function readAndTell(world: World): void {
  const { rows, people, now } = world
  const live = rows.tickets.filter(({ status }) => status !== 'closed' && status !== 'discarded')
  for (const ticket of live) {
    const roll = dice(`read ${ticket.number}`)
    for (const { id, role, teams } of people) {
      const sees = role === 'admin' || role === 'manager' || (role !== 'viewer' && teams.includes(ticket.teamId))
      // Nobody has looked at what has just come.
      if (!sees || ticket.status === 'new' || !happens(roll, 0.86)) continue
      const at = after(ticket.updatedAt, minutes(9))
      rows.reads.push({ userId: id, ticketId: ticket.id, at: at < now ? at : now, unread: false })
    }
  }
  for (const { kind, subjectId, actorId, payload, at } of rows.events) {
    if (kind !== 'ticket.assigned' || after(at, days(3)) < now || payload.to === actorId) continue
    const seenAt = after(at, hours(20)) < now ? after(at, hours(1)) : null
    const told = { kind: 'assigned' as const, ticketId: subjectId, aboutId: null, actorId, at, seenAt }
    rows.notices.push({ ...told, id: world.id('notice', at), userId: String(payload.to) })
  }
}
