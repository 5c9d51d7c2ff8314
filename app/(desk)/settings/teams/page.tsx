import type { Metadata } from 'next'
import Link from 'next/link'
import { currentActor } from '@/app/_server/actor'
import { Badge } from '@/app/_ui/badge'
import { Table } from '@/app/_ui/table'
import { translator } from '@/lib/i18n'
import { localeOf, organization, people, permits, teams } from '@/lib/identity'
import { named } from '@/lib/kit/text'
import { calendarList } from '@/lib/setup'
import { SettingsFrame } from '../_parts/frame'
import { NewTeam } from './_parts/new-team'
import { touchpointsOf } from './_parts/owned'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('settings.tab.teams') }
}

/** The teams: how many people, which touchpoints, which hours. Everybody reads it. */
export default async function TeamsPage() {
  const actor = await currentActor()
  const { locale } = actor
  const t = translator(locale)
  const may = permits(actor, 'settings.manage')
  const [all, everybody, touchpoints, calendars, house] = await Promise.all([
    teams(actor, { retired: may }),
    people(actor),
    touchpointsOf(actor),
    calendarList(actor),
    organization(),
  ])
  return (
    <SettingsFrame
      actor={actor}
      section="teams"
      text={t('settings.teams.text')}
      deeds={may ? <NewTeam locale={locale} house={localeOf(house?.locale ?? 'es')} calendars={calendars} /> : null}
    >
      <Table label={t('settings.tab.teams')} flush>
        <thead>
          <tr>
            <th scope="col">{t('settings.teams.name')}</th>
            <th scope="col">{t('settings.teams.members')}</th>
            <th scope="col" className="max-tablet:hidden">
              {t('settings.teams.owns')}
            </th>
            <th scope="col" className="max-tablet:hidden">
              {t('settings.teams.calendar')}
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((team) => {
            const calendar = calendars.find((one) => one.id === team.calendarId)
            const owns = touchpoints.filter((one) => one.teamId === team.id).map((one) => named(one, locale))
            return (
              <tr key={team.id}>
                <td>
                  <Link href={`/settings/teams/${team.slug}`} className="font-medium hover:underline">
                    {named(team, locale)}
                  </Link>{' '}
                  {team.retiredAt ? <Badge>{t('settings.teams.retired')}</Badge> : null}
                </td>
                <td className="whitespace-nowrap">
                  {t('settings.teams.memberCount', {
                    n: everybody.filter((one) => one.active && one.teams.includes(team.id)).length,
                  })}
                </td>
                <td className="py-2 text-2 max-tablet:hidden">{owns.join(', ') || t('settings.teams.ownsNothing')}</td>
                <td className="text-2 max-tablet:hidden">{calendar ? named(calendar, locale) : null}</td>
              </tr>
            )
          })}
        </tbody>
      </Table>
    </SettingsFrame>
  )
}
