import { ArrowLeft, Paperclip } from 'lucide-react'
import { ButtonLink } from '@/app/_ui/button'
import { TextLink } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { Tabs } from '@/app/_ui/tabs'
import type { UnmatchedWhole } from '@/lib/followups'
import type { Translate } from '@/lib/i18n'
import { inboundErrors } from '@/lib/inbox/shared'
import type { ReadingPlace } from '../../settings/outbox/_parts/place'
import { MailDeeds } from './mail-deeds'
import { stateOf } from './mail-line'
import { MailWords } from './mail-words'

type MailPaneProps = {
  mail: UnmatchedWhole
  html: boolean
  href: string
  teams: { value: string; label: string }[]
  place: ReadingPlace
  t: Translate
}

/** One waiting mail, whole: why it waits, its words, and what can be done with it. */
export function MailPane({ mail, html, href, teams, place: { f }, t }: MailPaneProps) {
  const from = [mail.fromName, mail.fromAddress && `<${mail.fromAddress}>`].filter(Boolean).join(' ')
  const why = inboundErrors.find((one) => one === mail.error)
  return (
    <article aria-labelledby="mail-subject" className="min-w-0 px-4 pt-4 pb-16 tablet:px-5">
      <ButtonLink
        href="/unmatched"
        variant="ghost"
        size="sm"
        className="mb-2 desk:hidden"
        icon={<ArrowLeft className="i" aria-hidden="true" />}
      >
        {t('inbox.back')}
      </ButtonLink>
      <h2 id="mail-subject" className="font-semibold text-18 wrap-anywhere">
        {mail.subject || t('inbox.noSubject')}
      </h2>
      <p className="mt-1 text-13 text-2 wrap-anywhere">
        {from || t('inbox.nobody')} · {f.dateTime(mail.receivedAt)}
      </p>
      {mail.customer ? (
        <p className="mt-1 text-13 text-2">
          {t('inbox.customer')}{' '}
          <TextLink href={`/customers/${mail.customer.id}`}>{mail.customer.name ?? mail.fromAddress}</TextLink>
        </p>
      ) : null}
      {mail.state === 'unmatched' ? null : (
        <div className="mt-3">
          <Notice kind="soon">
            <b>{t(`inbox.state.${stateOf(mail)}`)}.</b> {why ? t(`inbox.error.${why}`) : ''}
          </Notice>
        </div>
      )}
      {mail.hasHtml ? (
        <div className="mt-3">
          <Tabs
            label={t('inbox.views')}
            items={[
              { label: t('inbox.text2'), href, current: !html },
              { label: t('inbox.html'), href: `${href}&as=html`, current: html },
            ]}
          />
        </div>
      ) : null}
      {html && mail.hasHtml ? (
        <iframe
          title={t('inbox.frame', { from: from || t('inbox.nobody') })}
          src={`/tickets/messages/${mail.id}/html`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          className="mt-3 h-[420px] w-full rounded-3 border border-line bg-white"
        />
      ) : (
        <MailWords text={mail.text} quoteAt={mail.quoteAt} t={t} />
      )}
      {mail.attached.length > 0 ? (
        <section aria-label={t('inbox.filesTitle')} className="mt-4 grid gap-1 text-13">
          <ul className="grid gap-1">
            {mail.attached.map(({ id, name, size }) => (
              <li key={id} className="flex items-center gap-2">
                <Paperclip className="i text-3" aria-hidden="true" />
                <span className="wrap-anywhere">{name}</span>
                <span className="num text-3">{f.number(Math.max(1, Math.round(size / 1024)))} kB</span>
              </li>
            ))}
          </ul>
          <p className="text-12 text-3">{t('inbox.filesHint')}</p>
        </section>
      ) : null}
      <p className="mt-4 text-13">
        <a className="link" href={`/tickets/messages/${mail.id}/source`} download>
          {t('inbox.source')}
        </a>
      </p>
      {mail.state === 'received' ? null : <MailDeeds mail={mail} teams={teams} t={t} />}
    </article>
  )
}
