import { Badge } from '@/app/_ui/badge'
import { TextLink } from '@/app/_ui/link'
import { ScoreBadge } from '@/app/_ui/score-badge'
import type { TicketLine } from '@/lib/customers'
import { named } from '@/lib/kit/text'
import type { Reader } from './shared'

/** The tickets of one person; another team's is one line without a link. */
export const TicketList = ({ tickets, f, t, locale, now }: { tickets: TicketLine[] } & Reader) => (
  <section>
    <h2 className="mb-1 text-15 font-semibold">{t('customers.page.tickets')}</h2>
    {tickets.length === 0 ? <p className="text-13 text-2">{t('customers.page.noTickets')}</p> : null}
    <ul>
      {tickets.map((ticket) => (
        <li key={ticket.id} className="flex flex-wrap items-center gap-x-2 gap-y-1 border-line border-b py-2 text-13">
          {ticket.score !== null && ticket.category ? (
            <ScoreBadge
              score={ticket.score}
              band={ticket.category}
              word={t(`common.band.${ticket.category}`)}
              size="sm"
            />
          ) : null}
          {ticket.own ? (
            <TextLink className="num" href={`/tickets/${ticket.number}`}>
              #{ticket.number}
            </TextLink>
          ) : (
            <span className="num">#{ticket.number}</span>
          )}
          <span className="min-w-0">
            {ticket.touchpoint ? named(ticket.touchpoint, locale) : t('customers.page.noTouchpoint')}
          </span>
          <span className="text-3">{t(`queue.status.${ticket.status}`)}</span>
          {ticket.own ? null : <Badge>{t('customers.page.otherTeam')}</Badge>}
          {ticket.receivedAt ? (
            <time dateTime={ticket.receivedAt.toISOString()} className="num ms-auto text-12 text-3">
              {f.near(ticket.receivedAt, now)}
            </time>
          ) : null}
        </li>
      ))}
    </ul>
  </section>
)
