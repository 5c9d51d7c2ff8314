import { Ellipsis, LogOut, Search } from 'lucide-react'
import type { SavedView } from '@/lib/desk'
import type { Translate } from '@/lib/i18n'
import { permits, type UserActor } from '@/lib/identity/shared'
import { signOut } from './actions'
import { journey, mailItem, type NavItem, views, work } from './nav'
import { savedItem } from './rail'
import { RailLink } from './rail-link'

type BottomBarProps = {
  actor: UserActor
  sample: boolean
  saved: SavedView[]
  unmatched: number
  t: Translate
}

/** On a phone: the places that matter, within reach of a thumb; the rest behind "More", which needs no script to open. */
export function BottomBar({ actor, sample, saved, unmatched, t }: BottomBarProps) {
  const agent = permits(actor, 'tickets.read')
  const own = saved.map((one) => savedItem(one, actor))
  const mail = unmatched > 0 ? [mailItem] : []
  const seen = [...views, ...own, ...mail, ...journey, ...work].filter(
    (item) => !item.permission || permits(actor, item.permission),
  )
  const [first, second] = agent ? views : journey
  return (
    <nav className="bottom-bar" aria-label={t('shell.nav.short')}>
      {[first, second].map((item) => (item ? <Place key={item.key} item={item} t={t} /> : null))}
      {agent ? (
        <RailLink className="" href="/tickets?q=">
          <Search className="i" aria-hidden="true" />
          {t('shell.nav.search')}
        </RailLink>
      ) : null}
      <button type="button" popoverTarget="more">
        <Ellipsis className="i" aria-hidden="true" />
        {t('shell.nav.more')}
      </button>
      <div id="more" popover="auto" className="more float">
        {sample ? <p className="menu-head">{t('shell.sampleLong')}</p> : null}
        {seen.map((item) => (
          <RailLink key={item.key} className="menu-item" href={item.href}>
            {item.icon}
            {item.name ?? t(item.label)}
          </RailLink>
        ))}
        <form action={signOut}>
          <button type="submit" className="menu-item">
            <LogOut className="i" aria-hidden="true" />
            {t('shell.user.signOut')}
          </button>
        </form>
      </div>
    </nav>
  )
}

const Place = ({ item, t }: { item: NavItem; t: Translate }) => (
  <RailLink className="" href={item.href}>
    {item.icon}
    {t(item.label)}
  </RailLink>
)
