import type { ReactNode } from 'react'
import { currentActor } from '@/app/_server/actor'
import { LiveRegion } from '@/app/_ui/live-region'
import { ShortcutProvider } from '@/app/_ui/shortcuts'
import { Toaster } from '@/app/_ui/toast'
import { preferencesOf } from '@/lib/desk'
import { translator } from '@/lib/i18n'
import { organization, permits } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import { BottomBar } from './_parts/bottom-bar'
import { waiting } from './_parts/counts'
import { GoKeys } from './_parts/go-keys'
import { keyChoice } from './_parts/key-choice'
import { Live } from './_parts/live'
import { MailState } from './_parts/mail-state'
import { journey, mailItem, views, work } from './_parts/nav'
import { keepPreferences } from './_parts/preference-actions'
import { Rail } from './_parts/rail'
import { shortcutWords } from './_parts/shortcut-words'
import { ThemeScript } from './_parts/theme-script'
import { UserMenu } from './_parts/user-menu'

/** The shell of the desk: who is here, what waits, where everything is. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  const t = translator(actor.locale)
  const [house, liked, { counts, saved, unmatched }] = await Promise.all([
    organization(),
    preferencesOf(actor),
    waiting(actor, now()),
  ])
  const places = [...views, ...(unmatched > 0 ? [mailItem] : []), ...journey, ...work].filter(
    (item) => !item.permission || permits(actor, item.permission),
  )
  return (
    <ShortcutProvider words={shortcutWords(t)} choice={keyChoice(liked)} save={keepPreferences}>
      <ThemeScript />
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <div className="app" lang={actor.locale}>
        <Rail
          actor={actor}
          organization={house?.name ?? 'Lazo'}
          sample={house?.sample ?? false}
          counts={counts}
          saved={saved}
          unmatched={unmatched}
          t={t}
        >
          <MailState actor={actor} country={house?.country ?? 'MX'} t={t} />
          <UserMenu name={actor.name} locale={actor.locale} words={menuWords(t)} />
        </Rail>
        <div id="main" className="min-w-0">
          {children}
        </div>
        <BottomBar actor={actor} sample={house?.sample ?? false} saved={saved} unmatched={unmatched} t={t} />
      </div>
      <GoKeys places={places.flatMap(({ go, href }) => (go ? [{ deed: go, href }] : []))} />
      <Toaster label={t('shell.toasts')} closeLabel={t('common.close')} />
      <LiveRegion />
      {permits(actor, 'tickets.read') ? <Live /> : null}
    </ShortcutProvider>
  )
}

const menuWords = (t: ReturnType<typeof translator>) => ({
  profile: t('shell.user.profile'),
  keys: t('shell.keys.title'),
  signOut: t('shell.user.signOut'),
  language: t('shell.user.language'),
  theme: t('shell.user.theme'),
  system: t('shell.user.system'),
  light: t('shell.user.light'),
  dark: t('shell.user.dark'),
})
