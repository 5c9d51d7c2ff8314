import type { SideFact, SideView } from './side'
import { ChatLink } from './side-edit'
import { chatLink } from './ticket-dialog-facts'
import type { TicketFacts } from './ticket-facts'
import { customerName, deedsOf } from './ticket-view'
import { first } from './timeline-item'

/** Who it is about: whether letters arrive, what may be done, what they are worth, how they scored. */
export function customerView(facts: TicketFacts): SideView['customer'] {
  const { ticket, customer, actor, house, scores, t, f } = facts
  if (!customer) return null
  if (customer.erasedAt)
    return {
      name: t('ticket.customerGone'),
      note: t('thread.erased', { when: f.date(customer.erasedAt) }),
      href: null,
      facts: [],
    }
  const { email, phone, annualValue, valueCurrency, segment, language } = customer
  const bounced = customer.suppressed?.startsWith('bounce') ?? false
  const greeting = {
    name: first(customerName(facts)),
    person: first(actor.name),
    organization: house,
    number: String(ticket.number),
  }
  const list: (SideFact | false)[] = [
    Boolean(email) && {
      label: t('ticket.side.email'),
      value: (
        <>
          <Address text={email ?? ''} />{' '}
          <span className={bounced ? 'text-late' : 'text-3'}>
            {t(
              bounced
                ? 'thread.side.addressBounced'
                : customer.suppressed
                  ? 'thread.side.suppressed'
                  : 'thread.side.addressOk',
            )}
          </span>
        </>
      ),
    },
    Boolean(phone) && {
      label: t('ticket.side.phone'),
      value: (
        <span className="flex flex-wrap gap-x-3">
          <a className="link num" href={`tel:${phone}`}>
            {phone}
          </a>
          {deedsOf(facts).may.whatsapp ? (
            <ChatLink href={chatLink(phone ?? '', t('thread.chat.text', greeting))}>
              {t('ticket.contactChannel.whatsapp')}
            </ChatLink>
          ) : null}
        </span>
      ),
    },
    {
      label: t('ticket.side.contact'),
      value: t(ticket.contactAllowed ? 'ticket.side.allowed' : 'ticket.side.declined'),
    },
    Boolean(language) && { label: t('ticket.side.language'), value: languageName(language ?? '', actor.locale) },
    Boolean(segment) && { label: t('ticket.side.segment'), value: segment },
    annualValue !== null &&
      valueCurrency !== null && { label: t('ticket.side.value'), value: f.money(annualValue, valueCurrency) },
    scores.length > 0 && {
      label: t('ticket.side.answers'),
      value: <span className="num">{scores.map(({ score }) => score).join(' · ')}</span>,
    },
  ]
  return {
    name: customer.name ?? email ?? t('ticket.customerGone'),
    note: t('ticket.side.since', { when: f.month(customer.createdAt) }),
    href: `/customers/${customer.id}`,
    facts: list.filter((fact) => fact !== false),
  }
}

const languageName = (code: string, locale: string) =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code

// A long address breaks before its sign, not within a name.
const Address = ({ text }: { text: string }) => (
  <>
    {text.split('@')[0]}
    <wbr />@{text.split('@')[1]}
  </>
)
