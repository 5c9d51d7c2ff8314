import { notFound } from 'next/navigation'
import { type CustomerPage, customerPage } from '@/lib/customers'
import { type Formatter, formatter, type Translate, translator } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import type { UserActor } from '@/lib/identity/shared'
import { idsOf, rowsOf } from '@/lib/tickets'
import { choicesFor } from './choices'
import { type QueueAddress, readAddress, writeAddress } from './queue-address'
import { askOf } from './queue-ask'
import { ticketDetail } from './reading'

export type TicketFacts = NonNullable<Awaited<ReturnType<typeof ticketFacts>>>

/** Everything that the page of one ticket shows, gathered once; what one may not see is not found. */
export async function ticketFacts(actor: UserActor, given: string, from: string | undefined, now: Date) {
  const number = /^\d{1,9}$/.test(given) ? Number(given) : 0
  const t = translator(actor.locale)
  const [house, detail, { choices, names }] = await Promise.all([
    organization(),
    ticketDetail(actor, number, now),
    choicesFor(actor, t),
  ])
  if (!detail) notFound()
  const { customerId } = detail.dossier.ticket
  const customer: CustomerPage | null = customerId ? await customerPage(actor, customerId) : null
  const f: Formatter = formatter({ locale: actor.locale, country: house?.country ?? 'MX', timeZone: actor.timeZone })
  const organizationName = house?.name ?? 'Lazo'
  const ticket = detail.dossier.ticket
  const around = await neighbours(actor, addressOf(from), ticket.id, t, now)
  return { ...detail, ticket, customer, choices, names, around, organizationName, actor, t, f, now }
}

type Around = {
  back: { href: string; label: string }
  position: string | null
  previous: string | null
  next: string | null
}

// Where the ticket stands in the view it was opened from, as far as that page of the view reaches.
async function neighbours(
  actor: UserActor,
  address: QueueAddress,
  id: string,
  t: Translate,
  now: Date,
): Promise<Around> {
  const href = writeAddress(address, { cursor: address.cursor })
  const { ids, nextCursor } = await idsOf(actor, askOf(address), now)
  const at = ids.indexOf(id)
  const beside = at < 0 ? [undefined, ids.find((one) => one !== id)] : [ids[at - 1], ids[at + 1]]
  const rows = await rowsOf(
    beside.filter((one) => one !== undefined),
    now,
  )
  const link = (wanted: string | undefined) => {
    const row = rows.find((one) => one.id === wanted)
    return row ? `/tickets/${row.number}?from=${encodeURIComponent(href)}` : null
  }
  const total = nextCursor === null ? String(ids.length) : `${ids.length}+`
  return {
    back: { href, label: t(`queue.view.${address.view}`) },
    position: at < 0 || address.cursor ? null : t('ticket.position', { n: String(at + 1), total }),
    previous: link(beside[0]),
    next: link(beside[1]),
  }
}

function addressOf(from: string | undefined): QueueAddress {
  const query = from?.startsWith('/tickets?') ? from.slice('/tickets?'.length) : ''
  return readAddress(Object.fromEntries(new URLSearchParams(query)))
}
