import Link from 'next/link'
import { type MailGlance, mailGlance } from '@/lib/followups'
import { type Formatter, formatter, type Translate } from '@/lib/i18n'
import { permits, type UserActor } from '@/lib/identity/shared'
import { now } from '@/lib/kit/clock'

type MailStateProps = { actor: UserActor; country: string; t: Translate }

/** How mail is doing, as a dot and in words; for those who can do something, the way there. */
export async function MailState({ actor, country, t }: MailStateProps) {
  const at = now()
  const { tone, text } = lineOf(
    await mailGlance(at),
    formatter({ locale: actor.locale, country, timeZone: actor.timeZone }),
    at,
    t,
  )
  const line = (
    <>
      <span className="grid size-4 flex-none place-items-center" aria-hidden="true">
        <span className={`dot ${dots[tone]}`} />
      </span>
      <span className="rail-label cut">{text}</span>
    </>
  )
  return permits(actor, 'mail.manage') ? (
    <Link className="rail-link text-12" href="/settings/mail" title={text}>
      {line}
    </Link>
  ) : (
    <p className="rail-link text-12" title={text}>
      {line}
    </p>
  )
}

const dots = { fine: 'bg-pro-fill', quiet: 'bg-paused-fill', bad: 'bg-late-fill' }

type Line = { tone: keyof typeof dots; text: string }

/** The worst first: mail that does not leave, mail that is not read, automatic mail that rests; else when it was last read. */
function lineOf({ out, mailboxes, restingSince }: MailGlance, f: Formatter, at: Date, t: Translate): Line {
  if ('since' in out) return { tone: 'bad', text: t('mail.rail.failing', { since: f.near(out.since, at) }) }
  const failing = mailboxes.find(({ failingSince }) => failingSince)?.failingSince
  if (failing) return { tone: 'bad', text: t('mail.rail.failing', { since: f.near(failing, at) }) }
  if (restingSince) return { tone: 'bad', text: t('mail.rail.resting', { since: f.near(restingSince, at) }) }
  const read = mailboxes.map(({ lastFetchAt }) => lastFetchAt)
  const last = read.find((one) => one !== null)
  if (mailboxes.some(({ alarm }) => alarm) && last)
    return { tone: 'bad', text: t('mail.rail.unread', { since: f.near(last, at) }) }
  if (last) return { tone: 'fine', text: t('mail.rail.read', { ago: f.ago(last, at) }) }
  if (read.length > 0) return { tone: 'quiet', text: t('mail.rail.never') }
  return out.kind === 'preview'
    ? { tone: 'quiet', text: t('mail.rail.preview') }
    : { tone: 'fine', text: t('mail.rail.fine') }
}
