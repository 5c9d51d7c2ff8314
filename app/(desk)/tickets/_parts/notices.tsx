import { TextLink } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { NoticeDeed } from './side-edit'
import type { TicketFacts } from './ticket-facts'

/** What must be read before the conversation: mail that bounces, a customer who waits, a case that needs a decision. */
export function Notices({ ticket, customer, letters, assignee, choices, snoozed, works, t, f, now }: TicketFacts) {
  const bounced = customer?.suppressed?.startsWith('bounce') && ticket.contactAllowed ? customer : null
  const last = letters.findLast(({ state }) => state === 'bounced')
  const returned = [last?.bounceStatus, last?.diagnostic].filter(Boolean).join(' ')
  const away = choices.people.find(({ id }) => id === assignee?.id)?.absentUntil
  const attention = ticket.attention && `ticket.attention.${ticket.attention}`
  const spoke = ticket.open && ticket.customerSpokeAt && ticket.customerSpokeAt >= ticket.updatedAt
  return (
    <div className="mt-5 grid gap-2 empty:hidden">
      {bounced ? (
        <Notice
          kind="mail"
          actions={
            <>
              <TextLink href={`/customers/${bounced.id}`}>{t('thread.bounce.fix')}</TextLink>
              {works ? <NoticeDeed deed="call">{t('thread.bounce.call')}</NoticeDeed> : null}
            </>
          }
        >
          {returned
            ? t('thread.bounce.text', { address: bounced.email ?? '', status: returned })
            : t('thread.bounce.plain', { address: bounced.email ?? '' })}
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
      {away && assignee && ticket.open ? (
        <Notice kind="soon">{t('thread.side.awayOwner', { name: assignee.name, day: f.day(away) })}</Notice>
      ) : null}
      {customer?.erasedAt ? <Notice>{t('thread.erased', { when: f.date(customer.erasedAt) })}</Notice> : null}
      {snoozed ? (
        <Notice>{t('thread.snooze.by', { who: snoozed.by ?? '', when: f.near(snoozed.until, now) })}</Notice>
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
