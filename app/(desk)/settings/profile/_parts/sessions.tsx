import { Badge } from '@/app/_ui/badge'
import { type Formatter, translator } from '@/lib/i18n'
import type { SessionShown } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import { Deed } from '../../_parts/deed'
import { endAll, endOne } from '../actions'
import { readAgent } from './agent'

/** Where one is signed in, and how to end that. */
export function Sessions({ sessions, locale, f }: { sessions: SessionShown[]; locale: 'es' | 'en'; f: Formatter }) {
  const t = translator(locale)
  const words = { offline: t('settings.offline'), busy: t('common.saving'), done: t('settings.profile.ended') }
  const nameOf = ({ agent }: SessionShown) => {
    const { browser, system } = readAgent(agent)
    if (!browser || !system) return browser ?? t('settings.profile.unknown')
    return t('settings.profile.browserOn', { browser, system })
  }
  return (
    <>
      <ul className="border-line border-t">
        {sessions.map((one) => (
          <li key={one.id} className="flex min-h-14 flex-wrap items-center gap-3 border-line border-b py-2">
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-center gap-2">
                {nameOf(one)} {one.current ? <Badge tone="accent">{t('settings.profile.this')}</Badge> : null}
              </span>
              <span className="num block text-12 text-3">
                {t('settings.profile.since', { date: f.near(one.createdAt, now()) })}
                {one.address ? ` ${t('settings.profile.from', { address: one.address })}` : ''}
                {' · '}
                {t('settings.profile.seen', { date: f.near(one.lastSeenAt, now()) })}
              </span>
            </span>
            {one.current ? null : (
              <Deed answer={endOne} values={{ id: one.id }} size="sm" {...words}>
                {t('settings.profile.end')}
              </Deed>
            )}
          </li>
        ))}
      </ul>
      <Deed answer={endAll} values={{}} offline={words.offline} busy={words.busy} variant="danger">
        {t('settings.profile.endAll')}
      </Deed>
    </>
  )
}
