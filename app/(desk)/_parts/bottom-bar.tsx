import { Ellipsis, LogOut, Search } from 'lucide-react'
import type { Translate } from '@/lib/i18n'
import { type Actor, permits } from '@/lib/identity/shared'
import { signOut } from './actions'
import { journey, type NavItem, views, work } from './nav'
import { RailLink } from './rail-link'

/** On a phone: the places that matter, within reach of a thumb; the rest behind "More", which needs no script to open. */
export function BottomBar({ actor, sample, t }: { actor: Actor; sample: boolean; t: Translate }) {
  const agent = permits(actor, 'tickets.read')
  const seen = [...views, ...journey, ...work].filter((item) => !item.permission || permits(actor, item.permission))
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
            {t(item.label)}
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
