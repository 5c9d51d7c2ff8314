import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { DialogFoot } from '@/app/_ui/dialog'
import { DialogButton } from '@/app/_ui/dialog-button'
import { Form, Submit } from '@/app/_ui/form'
import { translator } from '@/lib/i18n'
import { permits } from '@/lib/identity/shared'
import { named } from '@/lib/kit/text'
import { policyList, standardPolicy } from '@/lib/setup'
import { Block, SettingsFrame } from '../_parts/frame'
import { formWords } from '../_parts/words'
import { PolicyFields } from './_parts/policy-fields'
import { addPolicy, savePolicy } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('settings.tab.sla') }
}

/** How soon customers are contacted and cases resolved. */
export default async function SlaPage() {
  const actor = await currentActor()
  if (!permits(actor, 'settings.manage')) forbidden()
  const { locale } = actor
  const t = translator(locale)
  const policies = await policyList(actor)
  return (
    <SettingsFrame
      actor={actor}
      section="sla"
      text={t('settings.sla.text')}
      deeds={
        <DialogButton
          icon={<Plus className="i" aria-hidden="true" />}
          label={t('settings.sla.new')}
          title={t('settings.sla.new')}
          closeLabel={t('common.close')}
          wide
        >
          <Form
            answer={addPolicy}
            offline={t('settings.offline')}
            done={t('settings.sla.created')}
            className="grid gap-5"
          >
            <PolicyFields locale={locale} policy={{ ...standardPolicy(locale), name: '' }} />
            <DialogFoot>
              <Submit busy={t('settings.sla.creating')}>{t('settings.sla.create')}</Submit>
            </DialogFoot>
          </Form>
        </DialogButton>
      }
    >
      {policies.map((policy) => (
        <Block
          key={policy.id}
          title={named(policy, locale)}
          text={policy.standard ? t('settings.sla.standard') : undefined}
        >
          <Form key={policy.version} answer={savePolicy} {...formWords(t)} className="grid gap-5">
            <input type="hidden" name="id" value={policy.id} />
            <input type="hidden" name="version" value={policy.version} />
            <PolicyFields locale={locale} policy={policy} />
            <div>
              <Submit busy={t('common.saving')} variant={policy.standard ? 'primary' : 'default'}>
                {t('common.save')}
              </Submit>
            </div>
          </Form>
        </Block>
      ))}
    </SettingsFrame>
  )
}
