import { formatter, translator } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import type { UserActor } from '@/lib/identity/shared'
import type { DryRun } from '@/lib/rules'
import { categoryOf } from '@/lib/surveys/shared'

/** A dry run in the reader's words; `sentence` is null when there was nothing to try it on. */
export async function shownRun({ answers, matches, decides, examples }: DryRun, actor: UserActor, now: Date) {
  const t = translator(actor.locale)
  const house = await organization()
  const f = formatter({ locale: actor.locale, country: house?.country ?? 'MX', timeZone: actor.timeZone })
  const taken = matches - decides
  const sentences = [
    t('rules.try.result', { answers: f.number(answers), matches, decides }),
    ...(taken > 0 ? [t('rules.try.before', { n: taken })] : []),
  ]
  return {
    sentence: answers === 0 ? null : sentences.join(' '),
    examples: examples.map(({ id, at, score, said }) => {
      const category = categoryOf(score)
      return { id, score, said, category, band: t(`common.band.${category}`), when: f.near(at, now) }
    }),
  }
}
