import type { ReactNode } from 'react'
import type { SavedView } from '@/lib/desk'
import type { Translate } from '@/lib/i18n'
import { permits, type UserActor } from '@/lib/identity/shared'
import { named } from '@/lib/kit/text'
import { Mark } from './mark'
import { journey, mailItem, type NavItem, savedIcon, views, work } from './nav'
import { RailCount } from './rail-count'
import { RailLink } from './rail-link'

export type Counts = Partial<Record<string, { total: number; late: number }>>

type RailProps = {
  actor: UserActor
  organization: string
  /** The sample company is loaded: every page says so. */
  sample: boolean
  counts: Counts
  /** Views that people saved, shared ones first. */
  saved: SavedView[]
  /** Mail that belongs to no ticket yet. */
  unmatched: number
  t: Translate
  children: ReactNode
}

/** The left rail: what waits, where it hurts, everything else; who is here at its foot. */
export function Rail({ actor, organization, sample, counts, saved, unmatched, t, children }: RailProps) {
  const mine = (items: NavItem[]) => items.filter((item) => !item.permission || permits(actor, item.permission))
  const sections = [
    { head: null, items: mine(views) },
    {
      head: t('desk.view.shared'),
      items: saved.filter(({ sharing }) => sharing !== 'own').map((one) => savedItem(one, actor)),
    },
    {
      head: t('desk.view.own'),
      items: saved.filter(({ sharing }) => sharing === 'own').map((one) => savedItem(one, actor)),
    },
    { head: null, items: unmatched > 0 ? [mailItem] : [] },
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
      {sections.map(({ head, items }, at) =>
        items.length === 0 ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: sections keep their place
          <div key={at} className="grid grid-cols-1 gap-px">
            {head ? <h2 className="rail-head">{head}</h2> : null}
            {items.map((item) => (
              <RailLink key={item.key} href={item.href} title={said(item, t)}>
                {item.icon}
                <span className="rail-label cut">{said(item, t)}</span>
                <RailCount
                  name={item.key}
                  given={item.key === 'unmatched' ? { total: unmatched, late: 0 } : counts[item.key]}
                  lateWord={t('shell.nav.lateOf')}
                />
              </RailLink>
            ))}
          </div>
        ),
      )}
      <div className="rail-foot">{children}</div>
    </nav>
  )
}

const said = (item: NavItem, t: Translate) => item.name ?? t(item.label)

/** A saved view as a place of the rail. */
export const savedItem = (view: SavedView, { locale }: UserActor): NavItem => ({
  key: view.id,
  href: `/tickets?view=${view.id}`,
  label: 'queue.view.all',
  name: named(view, locale),
  icon: savedIcon,
  permission: 'tickets.read',
})
