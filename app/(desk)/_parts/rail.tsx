import type { ReactNode } from 'react'
import type { Translate } from '@/lib/i18n'
import { type Actor, permits } from '@/lib/identity/shared'
import { Mark } from './mark'
import { journey, type NavItem, views, work } from './nav'
import { RailLink } from './rail-link'

export type Counts = Partial<Record<string, { total: number; late: number }>>

type RailProps = {
  actor: Actor
  organization: string
  /** The sample company is loaded: every page says so. */
  sample: boolean
  counts: Counts
  t: Translate
  children: ReactNode
}

/** The left rail: what waits, where it hurts, everything else; who is here at its foot. */
export function Rail({ actor, organization, sample, counts, t, children }: RailProps) {
  const mine = (items: NavItem[]) => items.filter((item) => !item.permission || permits(actor, item.permission))
  const sections = [
    { head: null, items: mine(views) },
    { head: t('shell.nav.journey'), items: mine(journey) },
    { head: t('shell.nav.work'), items: mine(work) },
  ]
  return (
    <nav className="rail" aria-label={t('shell.nav.label')}>
      <div className="rail-org">
        <Mark />
        <span className="rail-org-name cut">{organization}</span>
        {sample ? <span className="chip rail-count font-normal">{t('shell.sample')}</span> : null}
      </div>
      {sections.map(({ head, items }) =>
        items.length === 0 ? null : (
          <div key={head} className="grid gap-px">
            {head ? <h2 className="rail-head">{head}</h2> : null}
            {items.map((item) => (
              <RailLink key={item.key} href={item.href} title={t(item.label)}>
                {item.icon}
                <span className="rail-label cut">{t(item.label)}</span>
                <Count count={counts[item.key]} t={t} />
              </RailLink>
            ))}
          </div>
        ),
      )}
      <div className="rail-foot">{children}</div>
    </nav>
  )
}

function Count({ count, t }: { count: Counts[string]; t: Translate }) {
  if (!count || count.total === 0) return null
  return (
    <span className="rail-count">
      {count.late > 0 ? (
        <>
          <em>{capped(count.late)}</em>
          <span className="sr-only"> {t('shell.nav.lateOf')}</span>
          <span aria-hidden="true"> / </span>
        </>
      ) : null}
      {capped(count.total)}
    </span>
  )
}

const capped = (count: number) => (count > 99 ? '99+' : String(count))
