import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { PageHeader } from '@/app/_ui/page-header'
import { formatter, translator } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import { permits } from '@/lib/identity/shared'
import { listRules, mayReadRules, rulesAtWork, ruleVocabulary } from '@/lib/rules'
import { RuleLine } from './_parts/rule-line'
import { sentenceOf } from './_parts/sentence'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('rules.title') }
}

/** The rules in their order, each as a sentence, with what it did lately. */
export default async function RulesPage() {
  const actor = await currentActor()
  const t = translator(actor.locale)
  if (!mayReadRules(actor)) forbidden()
  const edits = permits(actor, 'rules.edit')
  const [rules, vocabulary, work, house] = await Promise.all([
    listRules(actor),
    ruleVocabulary(actor),
    edits ? rulesAtWork(actor) : null,
    organization(),
  ])
  const f = formatter({ locale: actor.locale, country: house?.country ?? 'MX', timeZone: actor.timeZone })
  return (
    <main>
      <PageHeader title={t('rules.title')} text={t('rules.text')}>
        {edits ? (
          <ButtonLink href="/rules/new" variant="primary" icon={<Plus className="i" aria-hidden="true" />}>
            {t('rules.new')}
          </ButtonLink>
        ) : null}
      </PageHeader>
      {edits ? null : <p className="px-4 pb-3 text-13 text-2 tablet:px-5">{t('rules.readOnly')}</p>}
      {rules.length === 0 ? (
        <Empty title={t('rules.empty.title')} text={t('rules.empty.text')} />
      ) : (
        <ol className="border-line border-t" aria-label={t('rules.list')}>
          {rules.map((rule, at) => (
            <RuleLine
              key={rule.id}
              rule={rule}
              place={{ at, first: at === 0, last: at === rules.length - 1 }}
              sentence={sentenceOf(rule, { t, f, locale: actor.locale, vocabulary })}
              work={
                work && rule.active && work.answers > 0
                  ? t('rules.atWork', { n: work.decided[rule.id] ?? 0, of: f.number(work.answers) })
                  : null
              }
              edits={edits}
              locale={actor.locale}
              t={t}
            />
          ))}
        </ol>
      )}
      <p className="px-4 py-3 text-13 text-3 tablet:px-5">{t('rules.rest')}</p>
    </main>
  )
}
