import { forbidden } from 'next/navigation'
import type { ReactNode } from 'react'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { PageHeader } from '@/app/_ui/page-header'
import { Tabs } from '@/app/_ui/tabs'
import { translator } from '@/lib/i18n'
import { permits, type UserActor } from '@/lib/identity/shared'
import { type Section, sections } from './sections'

type FrameProps = {
  actor: UserActor
  section: Section
  /** The title when this page is one thing of the section. */
  title?: string
  note?: ReactNode
  text?: ReactNode
  /** Buttons at the end of the title's line. */
  deeds?: ReactNode
  children: ReactNode
}

/** A page of the settings: where it hangs, what it is about; a role that never has it is told so, and whom to ask. */
export function SettingsFrame({ actor, section, title, note, text, deeds, children }: FrameProps) {
  const t = translator(actor.locale)
  const needed = sections.find((one) => one.key === section)?.permission ?? null
  if (needed !== null && !permits(actor, needed)) forbidden()
  const up = title ? [{ label: t(`settings.tab.${section}`), href: `/settings/${section}` }] : []
  return (
    <main>
      <PageHeader
        above={
          <Breadcrumb label={t('settings.title')} items={[{ label: t('settings.title'), href: '/settings' }, ...up]} />
        }
        title={title ?? t(`settings.tab.${section}`)}
        note={note}
        text={text}
      >
        {deeds}
      </PageHeader>
      <div className="px-4 tablet:px-5">
        <Tabs
          label={t('settings.sections')}
          items={sections
            .filter(({ permission }) => permission === null || permits(actor, permission))
            .map(({ key }) => ({
              label: t(`settings.tab.${key}`),
              href: `/settings/${key}`,
              current: key === section,
            }))}
        />
        <div className="pt-6 pb-16">{children}</div>
      </div>
    </main>
  )
}

type BlockProps = { title: string; text?: ReactNode; children: ReactNode; id?: string }

/** One subject of a settings page: its name and what it means beside what can be done. */
export const Block = ({ title, text, children, id }: BlockProps) => (
  <section
    id={id}
    aria-label={title}
    className="grid gap-4 border-line border-t py-6 first:border-t-0 first:pt-0 desk:grid-cols-[260px_minmax(0,640px)] desk:gap-8"
  >
    <div className="grid content-start gap-1">
      <h2 className="font-semibold text-15">{title}</h2>
      {text ? <p className="max-w-[52ch] text-13 text-2">{text}</p> : null}
    </div>
    <div className="grid content-start gap-4">{children}</div>
  </section>
)
