import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { forbidden } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { Table } from '@/app/_ui/table'
import { type Macro, macrosFor } from '@/lib/desk'
import { type Translate, translator } from '@/lib/i18n'
import { permits, teams } from '@/lib/identity'
import { named } from '@/lib/kit/text'
import { SettingsFrame } from '../_parts/frame'
import { summaryOf } from './_parts/macro-summary'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('settings.tab.macros') }
}

/** The macros that this person may use, and what each does. */
export default async function MacrosPage() {
  const actor = await currentActor()
  if (!permits(actor, 'tickets.work')) forbidden()
  const { locale } = actor
  const t = translator(locale)
  const [macros, known] = await Promise.all([macrosFor(actor), teams(actor, { retired: true })])
  const teamName = (id: string | null) => {
    const team = known.find((one) => one.id === id)
    return team ? named(team, locale) : ''
  }
  const add = (
    <ButtonLink href="/settings/macros/new" variant="primary" icon={<Plus className="i" aria-hidden="true" />}>
      {t('macros.new')}
    </ButtonLink>
  )
  return (
    <SettingsFrame actor={actor} section="macros" text={t('macros.text')} deeds={macros.length > 0 ? add : null}>
      {macros.length === 0 ? (
        <Empty title={t('macros.empty.title')} text={t('macros.empty.text')}>
          {add}
        </Empty>
      ) : (
        <Table label={t('macros.list')} flush>
          <thead>
            <tr>
              <th scope="col">{t('macros.column.name')}</th>
              <th scope="col" className="max-tablet:hidden">
                {t('macros.column.does')}
              </th>
              <th scope="col">{t('macros.column.sharing')}</th>
              <th scope="col" className="r max-tablet:hidden">
                {t('macros.column.uses')}
              </th>
            </tr>
          </thead>
          <tbody>
            {macros.map((macro) => (
              <tr key={macro.id}>
                <td className="py-2">
                  <Link href={`/settings/macros/${macro.id}`} className="font-medium hover:underline">
                    {named(macro, locale)}
                  </Link>
                </td>
                <td className="max-w-[420px] whitespace-normal py-2 text-2 max-tablet:hidden">{summaryOf(macro, t)}</td>
                <td className="text-2">{sharedWith(macro, teamName, t)}</td>
                <td className="r num text-2 max-tablet:hidden">{t('macros.uses', { n: macro.uses })}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </SettingsFrame>
  )
}

function sharedWith({ sharing, teamId }: Macro, teamName: (id: string | null) => string, t: Translate): string {
  if (sharing === 'team') return t('macros.team', { team: teamName(teamId) })
  return t(`macros.${sharing}`)
}
