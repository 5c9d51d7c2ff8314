import { forbidden, notFound } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { DialogButton } from '@/app/_ui/dialog-button'
import { PageHeader } from '@/app/_ui/page-header'
import { translator } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import { permits } from '@/lib/identity/shared'
import { isRefusal } from '@/lib/kit/refusal'
import { named } from '@/lib/kit/text'
import { ruleById, ruleVocabulary } from '@/lib/rules'
import { DeedButton, DeedForm } from '../_parts/deed-form'
import { Editor } from '../_parts/editor'
import { retire } from '../actions'

export default async function RulePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await currentActor()
  const t = translator(actor.locale)
  if (!permits(actor, 'rules.edit')) forbidden()
  const { id } = await params
  const rule = await ruleById(actor, id).catch((error: unknown) => {
    if (isRefusal(error)) return notFound()
    throw error
  })
  const [vocabulary, house] = await Promise.all([ruleVocabulary(actor), organization()])
  return (
    <main>
      <PageHeader
        title={named(rule, actor.locale)}
        above={<Breadcrumb label={t('rules.form.back')} items={[{ label: t('rules.form.back'), href: '/rules' }]} />}
      >
        <DialogButton label={t('rules.form.retire')} title={t('rules.form.retire')} closeLabel={t('common.close')}>
          <DeedForm
            deed={retire}
            done={t('rules.form.retired')}
            next="/rules"
            offline={t('common.retry')}
            className="grid justify-items-start gap-4"
          >
            <input type="hidden" name="id" value={rule.id} />
            <p className="text-14">{t('rules.form.retireText')}</p>
            <DeedButton variant="danger" busy={t('common.saving')}>
              {t('rules.form.retire')}
            </DeedButton>
          </DeedForm>
        </DialogButton>
      </PageHeader>
      <Editor
        rule={{ ...rule, name: named(rule, actor.locale) }}
        currency={house?.currency ?? 'MXN'}
        {...{ vocabulary, locale: actor.locale, t }}
      />
    </main>
  )
}
