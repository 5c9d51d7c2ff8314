import Link from 'next/link'
import { formatter, type Translate } from '@/lib/i18n'
import { permits, type UserActor } from '@/lib/identity/shared'
import { now } from '@/lib/kit/clock'
import { mailState } from '@/lib/mail'

type MailStateProps = { actor: UserActor; country: string; t: Translate }

/** Whether mail leaves, as a dot and in words; for those who can do something about it, the way there. */
export async function MailState({ actor, country, t }: MailStateProps) {
  const state = await mailState()
  const words = formatter({ locale: actor.locale, country, timeZone: actor.timeZone })
  const text =
    'since' in state
      ? t(`shell.mail.${state.kind}`, { since: words.near(state.since, now()) })
      : t(`shell.mail.${state.kind}`)
  const line = (
    <>
      <span className="grid size-4 flex-none place-items-center" aria-hidden="true">
        <span className={`dot ${dots[state.kind]}`} />
      </span>
      <span className="rail-label cut">{text}</span>
    </>
  )
  return permits(actor, 'mail.manage') ? (
    <Link className="rail-link text-12" href="/settings/outbox" title={text}>
      {line}
    </Link>
  ) : (
    <p className="rail-link text-12" title={text}>
      {line}
    </p>
  )
}

const dots = { fine: 'bg-pro-fill', preview: 'bg-paused-fill', failing: 'bg-late-fill', paused: 'bg-late-fill' }
