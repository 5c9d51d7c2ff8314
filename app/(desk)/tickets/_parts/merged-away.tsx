import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { rowsOf } from '@/lib/tickets'
import type { TicketFacts } from './ticket-facts'

/** A ticket that was the same matter as another: says where everything is now. */
export async function MergedAway({ facts: { ticket, t, now } }: { facts: TicketFacts }) {
  const [into] = await rowsOf(ticket.mergedInto ? [ticket.mergedInto] : [], now)
  const numbers = { number: ticket.number, into: into?.number ?? '' }
  return (
    <main className="p-6 tablet:p-10">
      <Empty title={t('ticket.merged.title')} text={t('ticket.merged.text', numbers)}>
        {into ? (
          <ButtonLink variant="primary" href={`/tickets/${into.number}`}>
            {t('ticket.merged.open', numbers)}
          </ButtonLink>
        ) : null}
      </Empty>
    </main>
  )
}
