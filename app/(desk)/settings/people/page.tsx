import type { Metadata } from 'next'
import Link from 'next/link'
import { forbidden } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { Avatar } from '@/app/_ui/avatar'
import { Badge } from '@/app/_ui/badge'
import { Table } from '@/app/_ui/table'
import { formatter, translator } from '@/lib/i18n'
import { openInvitations, organization, people, permits, teams } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import { named } from '@/lib/kit/text'
import { SettingsFrame } from '../_parts/frame'
import { Invite } from './_parts/invite'
import { Pending } from './_parts/pending'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('settings.tab.people') }
}

/** Who comes in, in which role and teams. */
export default async function PeoplePage() {
  const actor = await currentActor()
  const { locale, timeZone } = actor
  const t = translator(locale)
  const may = permits(actor, 'people.manage')
  if (!may) forbidden()
  const [all, working, passes, house] = await Promise.all([
    people(actor),
    teams(actor),
    openInvitations(actor, now()),
    organization(),
  ])
  const f = formatter({ locale, country: house?.country ?? 'MX', timeZone })
  return (
    <SettingsFrame
      actor={actor}
      section="people"
      note={t('settings.people.count', { n: all.filter((one) => one.active).length })}
      text={t('settings.people.text')}
      deeds={<Invite locale={locale} teams={working} f={f} />}
    >
      <Table label={t('settings.tab.people')} flush>
        <thead>
          <tr>
            <th scope="col">{t('settings.people.name')}</th>
            <th scope="col">{t('settings.people.role')}</th>
            <th scope="col" className="max-tablet:hidden">
              {t('settings.people.teams')}
            </th>
            <th scope="col">{t('settings.people.state')}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((one) => (
            <tr key={one.id}>
              <td>
                <span className="flex items-center gap-2 py-1.5">
                  <Avatar name={one.name} size="lg" />
                  <span className="min-w-0">
                    <Link href={`/settings/people/${one.id}`} className="font-medium hover:underline">
                      {one.name}
                    </Link>
                    {one.id === actor.id ? <span className="text-3"> · {t('settings.people.you')}</span> : null}
                    <span className="block text-12 text-3 [overflow-wrap:anywhere]">{one.email}</span>
                  </span>
                </span>
              </td>
              <td>{t(`common.role.${one.role}`)}</td>
              <td className="text-2 max-tablet:hidden">
                {working
                  .filter((team) => one.teams.includes(team.id))
                  .map((team) => named(team, locale))
                  .join(', ') || t('settings.people.noTeam')}
              </td>
              <td>{one.active ? t('settings.people.active') : <Badge>{t('settings.people.inactive')}</Badge>}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Pending passes={passes} locale={locale} f={f} />
    </SettingsFrame>
  )
}
