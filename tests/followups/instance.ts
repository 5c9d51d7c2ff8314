import { eq } from 'drizzle-orm'
import { db } from '@/db'
import { migrate } from '@/db/migrate'
import { inbound, letters, tickets } from '@/db/schema'
import { assignMail, reply, unmatchedMail } from '@/lib/followups'
import { keep } from '@/lib/inbox'
import { drain } from '@/lib/jobs'
import { receive } from '@/lib/loop'
import { ResponseInput } from '@/lib/surveys/shared'
import { allHandlers } from '@/lib/worker'
import { detractor, foundWorld, type World } from '../support/world'

/** What the test asks of one of the two houses. */
export type Wish =
  | { do: 'complain'; from: string; at: number }
  | { do: 'write'; ticket: string; text: string; at: number }
  | { do: 'receive'; raw: string; to: string; from: string; at: number }
  | { do: 'assign'; ticket: string; at: number }
  | { do: 'work'; at: number }
  | { do: 'count' }

// A house of its own, in a process of its own: another secret, another address, another database.
await migrate()
const world: World = await foundWorld()

const deeds: { [Name in Wish['do']]: (wish: Extract<Wish, { do: Name }>) => Promise<unknown> } = {
  complain: async ({ from, at }) => {
    const input = ResponseInput.parse(detractor({ customer: { email: from, name: 'La otra casa' } }))
    return (await receive({ kind: 'key', keyId: 'key_test' }, input, new Date(at))).ticket?.id
  },
  write: async ({ ticket, text, at }) => (await reply(world.agent, ticket, { text }, new Date(at))).id,
  receive: async ({ raw, to, from, at }) => {
    const mail = { source: 'http' as const, mailbox: 'puerta', bytes: Buffer.from(raw), envelope: { from, to: [to] } }
    return (await keep(mail, new Date(at))).id
  },
  assign: async ({ ticket, at }) => {
    const { mails } = await unmatchedMail(world.lead)
    for (const { id } of mails) await assignMail(world.lead, id, { ticket }, new Date(at))
    return mails.length
  },
  work: ({ at }) => drain(allHandlers(), new Date(at)),
  count: async () => ({
    letters: (await db.select({ kind: letters.kind, state: letters.state }).from(letters)).map(
      ({ kind, state }) => `${kind} ${state}`,
    ),
    mails: (await db.select({ kind: inbound.kind, state: inbound.state }).from(inbound)).map(
      ({ kind, state }) => `${kind} ${state}`,
    ),
    open: await db.$count(tickets, eq(tickets.open, true)),
  }),
}

process.on('message', ({ turn, wish }: { turn: number; wish: Wish }) => {
  const deed = deeds[wish.do] as (wish: Wish) => Promise<unknown>
  deed(wish).then(
    (value) => process.send?.({ turn, value }),
    (error: unknown) => process.send?.({ turn, error: String(error) }),
  )
})
process.send?.({ turn: 0 })
