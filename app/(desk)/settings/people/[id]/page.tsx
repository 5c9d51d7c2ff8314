import { forbidden, notFound } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { Form, Submit } from '@/app/_ui/form'
import { FormChecks, FormSelect, FormText } from '@/app/_ui/form-field'
import { translator } from '@/lib/i18n'
import { permits, person, teams } from '@/lib/identity'
import { named } from '@/lib/kit/text'
import { Deed } from '../../_parts/deed'
import { Block, SettingsFrame } from '../../_parts/frame'
import { MadeOnce } from '../../_parts/made-once'
import { copyWords, formWords } from '../../_parts/words'
import { roleOptions } from '../_parts/invite'
import { makeResetLink, savePerson, setAccess } from '../actions'

type Props = { params: Promise<{ id: string }> }

/** One person: role, teams, a way back in, access. */
export default async function PersonPage({ params }: Props) {
  const actor = await currentActor()
  if (!permits(actor, 'people.manage')) forbidden()
  const { id } = await params
  const [one, working] = await Promise.all([person(actor, id), teams(actor)])
  if (!one) notFound()
  const t = translator(actor.locale)
  const words = formWords(t)
  return (
    <SettingsFrame actor={actor} section="people" title={one.name} note={one.email}>
      <Block title={t('settings.people.role')} text={t('settings.people.roleHint')}>
        <Form key={`${one.role} ${one.teams}`} answer={savePerson} {...words} className="grid gap-5">
          <input type="hidden" name="id" value={one.id} />
          <div className="grid items-start gap-4 tablet:grid-cols-2">
            <FormText name="name" label={t('settings.people.name')} defaultValue={one.name} required />
            <FormText
              name="email"
              type="email"
              label={t('settings.people.email')}
              defaultValue={one.email ?? ''}
              autoComplete="off"
              required
            />
          </div>
          <FormSelect
            name="role"
            label={t('settings.people.role')}
            defaultValue={one.role}
            options={roleOptions(actor.locale)}
          />
          <FormChecks
            name="teams"
            legend={t('settings.people.teams')}
            defaultValue={one.teams}
            options={working.map((team) => ({ value: team.id, label: named(team, actor.locale) }))}
          />
          <div>
            <Submit busy={t('common.saving')}>{t('common.save')}</Submit>
          </div>
        </Form>
      </Block>
      {one.active ? (
        <Block title={t('settings.people.resetLink')} text={t('settings.people.resetText')}>
          <MadeOnce
            answer={makeResetLink}
            offline={words.offline}
            line={{
              label: t('settings.people.resetLink'),
              hint: t('settings.people.resetHint'),
              words: copyWords(t),
            }}
          >
            <input type="hidden" name="id" value={one.id} />
            <Submit variant="default" busy={t('settings.people.inviteBusy')}>
              {t('settings.people.resetSubmit')}
            </Submit>
          </MadeOnce>
        </Block>
      ) : null}
      <Block
        title={t('settings.people.access')}
        text={one.active ? t('settings.people.deactivateText') : t('settings.people.inactive')}
      >
        <Deed
          key={String(one.active)}
          answer={setAccess}
          values={{ id: one.id, active: one.active ? 'no' : 'yes' }}
          done={one.active ? t('settings.people.deactivated') : t('settings.people.activated')}
          offline={words.offline}
          busy={t('common.saving')}
          variant={one.active ? 'danger' : 'default'}
        >
          {one.active ? t('settings.people.deactivate') : t('settings.people.activate')}
        </Deed>
      </Block>
    </SettingsFrame>
  )
}
