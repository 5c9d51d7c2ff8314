import { Paperclip } from 'lucide-react'
import Link from 'next/link'
import { Badge } from '@/app/_ui/badge'
import type { UnmatchedMail } from '@/lib/followups'
import type { Translate } from '@/lib/i18n'
import type { ReadingPlace } from '../../settings/outbox/_parts/place'

type MailLineProps = { mail: UnmatchedMail; href: string; current: boolean; place: ReadingPlace; t: Translate }

/** One waiting mail of the list: who, about what, when, why it waits and what it may belong to. */
export function MailLine({ mail, href, current, place: { f, now }, t }: MailLineProps) {
  return (
    <li className="border-line border-b">
      <Link
        href={href}
        aria-current={current ? 'true' : undefined}
        scroll={false}
        className="grid gap-1 px-4 py-3 hover:bg-hover aria-[current]:bg-accent-soft tablet:px-5"
      >
        <span className="flex items-baseline gap-2">
          <span className="cut min-w-0 flex-1 font-medium text-14">
            {mail.fromName || mail.fromAddress || t('inbox.nobody')}
          </span>
          <time className="num flex-none text-12 text-3" dateTime={mail.receivedAt.toISOString()}>
            {f.near(mail.receivedAt, now)}
          </time>
        </span>
        <span className="cut text-13 text-2">{mail.subject || t('inbox.noSubject')}</span>
        <span className="flex flex-wrap items-center gap-2 text-12 text-3">
          <Badge tone={mail.state === 'unmatched' ? 'quiet' : 'soon'}>{t(`inbox.state.${stateOf(mail)}`)}</Badge>
          {mail.ticket ? <span>{`${t('inbox.suggestion')} #${mail.ticket.number}`}</span> : null}
          {mail.files > 0 ? (
            <span className="inline-flex items-center gap-1">
              <Paperclip className="i" aria-hidden="true" />
              {t('inbox.files', { count: mail.files })}
            </span>
          ) : null}
        </span>
      </Link>
    </li>
  )
}

const states = ['received', 'unmatched', 'unreadable', 'quarantined'] as const

/** Why it waits, as the catalogue names it. */
export const stateOf = ({ state }: Pick<UnmatchedMail, 'state'>): (typeof states)[number] =>
  states.find((one) => one === state) ?? 'unmatched'
