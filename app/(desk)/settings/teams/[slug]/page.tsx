import Link from 'next/link'
import { notFound } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { Form, Submit } from '@/app/_ui/form'
import { FormChecks, FormSelect, FormText } from '@/app/_ui/form-field'
import { translator } from '@/lib/i18n'
import { localeOf, mayManageTeam, organization, people, permits, teams } from '@/lib/identity'
import { named } from '@/lib/kit/text'
import { calendarList } from '@/lib/setup'
import { Deed } from '../../_parts/deed'
import { Block, SettingsFrame } from '../../_parts/frame'
import { formWords, otherOf } from '../../_parts/words'
import { touchpointsOf } from '../_parts/owned'
import { saveMembers, saveTeam, setStanding } from '../actions'

type Props = { params: Promise<{ slug: string }> }

/** One team: its name and hours, its people, what it answers for. */
export default async function TeamPage({ params }: Props) {
  const [actor, { slug }] = await Promise.all([currentActor(), params])
  const { locale } = actor
  const team = (await teams(actor, { retired: true })).find((one) => one.slug === slug)
  if (!team) notFound()
  const [everybody, touchpoints, calendars, house] = await Promise.all([
    people(actor),
    touchpointsOf(actor),
    calendarList(actor),
    organization(),
  ])
  const t = translator(locale)
  const words = formWords(t)
  const spoken = localeOf(house?.locale ?? 'es')
  const members = everybody.filter((one) => one.teams.includes(team.id))
  const owned = touchpoints.filter((one) => one.teamId === team.id)
  return (
    <SettingsFrame actor={actor} section="teams" title={named(team, locale)}>
      {permits(actor, 'settings.manage') ? (
        <Block
          title={t('settings.teams.name')}
          text={
            <>
              {t('settings.teams.slug')}: <code>{team.slug}</code>. {t('settings.teams.slugHint')}
            </>
          }
        >
          <Form answer={saveTeam} {...words} className="grid gap-5">
            <input type="hidden" name="id" value={team.id} />
            <FormText name="name" label={t('settings.teams.name')} defaultValue={team.name} required />
            <FormText
              name="nameOther"
              label={t(`settings.other.${spoken}`)}
              defaultValue={team.names[otherOf(spoken)] ?? ''}
            />
            <FormSelect
              name="calendarId"
              label={t('settings.teams.calendar')}
              defaultValue={team.calendarId}
              options={calendars.map((one) => ({ value: one.id, label: named(one, locale) }))}
            />
            <div>
              <Submit busy={t('common.saving')}>{t('common.save')}</Submit>
            </div>
          </Form>
        </Block>
      ) : null}
      <Block title={t('settings.teams.members')} text={t('settings.teams.membersHint')}>
        {mayManageTeam(actor, team.id) ? (
          <Form key={members.map((one) => one.id).join()} answer={saveMembers} {...words} className="grid gap-4">
            <input type="hidden" name="id" value={team.id} />
            <FormChecks
              name="members"
              legend={t('settings.teams.members')}
              stacked
              defaultValue={members.map((one) => one.id)}
              options={everybody
                .filter((one) => one.active || members.includes(one))
                .map((one) => ({ value: one.id, label: one.name, hint: t(`common.role.${one.role}`) }))}
            />
            <div>
              <Submit busy={t('common.saving')} variant={permits(actor, 'settings.manage') ? 'default' : 'primary'}>
                {t('common.save')}
              </Submit>
            </div>
          </Form>
        ) : (
          <p>{members.map((one) => one.name).join(', ') || t('settings.teams.memberCount', { n: 0 })}</p>
        )}
      </Block>
      <Block title={t('settings.teams.owns')}>
        {owned.length === 0 ? <p className="text-2">{t('settings.teams.ownsNothing')}</p> : null}
        <ul className="flex flex-wrap gap-2">
          {owned.map((one) => (
            <li key={one.id}>
              <Link className="chip chip-line hover:bg-hover" href={`/journeys/${one.journey}/${one.slug}`}>
                {named(one, locale)}
              </Link>
            </li>
          ))}
        </ul>
      </Block>
      {permits(actor, 'settings.manage') ? (
        <Block
          title={team.retiredAt ? t('settings.teams.restore') : t('settings.teams.retire')}
          text={t('settings.teams.retireText')}
        >
          <Deed
            key={String(team.retiredAt)}
            answer={setStanding}
            values={{ id: team.id, retired: team.retiredAt ? 'no' : 'yes' }}
            done={team.retiredAt ? t('settings.teams.restored') : t('settings.teams.retiredDone')}
            offline={words.offline}
            busy={t('common.saving')}
            variant={team.retiredAt ? 'default' : 'danger'}
          >
            {team.retiredAt ? t('settings.teams.restore') : t('settings.teams.retire')}
          </Deed>
        </Block>
      ) : null}
    </SettingsFrame>
  )
}
