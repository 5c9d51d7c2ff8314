import { TextLink } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import type { TicketFacts } from './ticket-facts'

/** What must be read before the conversation: mail that bounces, a customer who waits, a case that needs a decision. */
export function Notices({ ticket, customer, t, f, now }: TicketFacts) {
  const bounced = customer?.suppressed?.startsWith('bounce') && ticket.contactAllowed ? customer : null
  const attention = ticket.attention && `ticket.attention.${ticket.attention}`
  const spoke = ticket.open && ticket.customerSpokeAt && ticket.customerSpokeAt >= ticket.updatedAt
  return (
    <div className="mt-5 grid gap-2 empty:hidden">
      {bounced ? (
        <Notice kind="mail" actions={<TextLink href={`/customers/${bounced.id}`}>{t('ticket.bounce.fix')}</TextLink>}>
          {t('ticket.bounce.text', { address: bounced.email ?? '' })}
        </Notice>
      ) : null}
      {attention && !bounced ? (
        <Notice kind="soon">
          {t(
            t.has(attention as 'ticket.attention.other')
              ? (attention as 'ticket.attention.other')
              : 'ticket.attention.other',
          )}
        </Notice>
      ) : null}
      {spoke && ticket.customerSpokeAt ? (
        <Notice>{t('ticket.spoke', { when: f.near(ticket.customerSpokeAt, now) })}</Notice>
      ) : null}
      {ticket.open && ticket.waitingUntil ? (
        <Notice>
          {t('ticket.waiting', { when: f.near(ticket.waitingUntil, now) })} {ticket.waitingReason}
        </Notice>
      ) : null}
    </div>
  )
}
