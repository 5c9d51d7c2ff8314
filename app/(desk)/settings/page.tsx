import { ChevronRight } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { currentActor } from '@/app/_server/actor'
import { PageHeader } from '@/app/_ui/page-header'
import { translator } from '@/lib/i18n'
import { permits } from '@/lib/identity/shared'
import { sections } from './_parts/sections'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('settings.title') }
}

/** What can be set, as far as this person may. */
export default async function SettingsPage() {
  const actor = await currentActor()
  const t = translator(actor.locale)
  return (
    <main>
      <PageHeader title={t('settings.title')} />
      <ul className="border-line border-t">
        {sections
          .filter(({ permission }) => permission === null || permits(actor, permission))
          .map(({ key }) => (
            <li key={key} className="border-line border-b">
              <Link
                href={`/settings/${key}`}
                className="flex min-h-14 items-center gap-3 px-4 py-2 hover:bg-hover tablet:px-5"
              >
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">{t(`settings.tab.${key}`)}</span>
                  <span className="block text-13 text-3">{t(`settings.about.${key}`)}</span>
                </span>
                <ChevronRight className="i text-3" aria-hidden="true" />
              </Link>
            </li>
          ))}
      </ul>
    </main>
  )
}
