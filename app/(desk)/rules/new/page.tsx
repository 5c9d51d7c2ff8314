import { forbidden } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { PageHeader } from '@/app/_ui/page-header'
import { translator } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import { permits } from '@/lib/identity/shared'
import { ruleVocabulary } from '@/lib/rules'
import { Editor } from '../_parts/editor'

export default async function NewRulePage() {
  const actor = await currentActor()
  const t = translator(actor.locale)
  if (!permits(actor, 'rules.edit')) forbidden()
  const [vocabulary, house] = await Promise.all([ruleVocabulary(actor), organization()])
  return (
    <main>
      <PageHeader
        title={t('rules.form.newTitle')}
        above={<Breadcrumb label={t('rules.form.back')} items={[{ label: t('rules.form.back'), href: '/rules' }]} />}
      />
      <Editor rule={null} currency={house?.currency ?? 'MXN'} {...{ vocabulary, locale: actor.locale, t }} />
    </main>
  )
}
