import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import type { TicketFacts } from './ticket-facts'

/** A ticket that was the same matter as another: says where everything is now. */
export function MergedAway({ facts: { ticket, mergedInto, t } }: { facts: TicketFacts }) {
  const numbers = { number: ticket.number, into: mergedInto?.number ?? '' }
  return (
    <main className="p-6 tablet:p-10">
      <Empty title={t('ticket.merged.title')} text={t('ticket.merged.text', numbers)}>
        {mergedInto ? (
          <ButtonLink variant="primary" href={`/tickets/${mergedInto.number}`}>
            {t('ticket.merged.open', numbers)}
          </ButtonLink>
        ) : null}
      </Empty>
    </main>
  )
}
