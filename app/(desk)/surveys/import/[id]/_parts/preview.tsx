import { shown } from '@/app/_server/answer'
import { Notice } from '@/app/_ui/notice'
import type { Formatter } from '@/lib/i18n'
import { translator } from '@/lib/i18n'
import type { UserActor } from '@/lib/identity/shared'
import { explainer, type ImportRecord, type Look, outlookOf } from '@/lib/integrations'
import { now } from '@/lib/kit/clock'
import { parseMapping } from '@/lib/surveys'
import { Faults } from './faults'
import { StartForm } from './start-form'

type PreviewProps = { actor: UserActor; its: ImportRecord; f: Formatter }

/** What would come of it, found by reading the whole file and storing nothing; then the button. */
export async function Preview({ actor, its, f }: PreviewProps) {
  const t = translator(actor.locale)
  const { look, refusal } = await outlookOf(actor, its.id, now())
  const { scale } = parseMapping(its.mapping)
  const words = {
    start: t('imports.start', { count: look ? look.rows - look.rejected - look.duplicates : 0 }),
    starting: t('imports.starting'),
    drop: t('imports.drop'),
    offline: t('imports.offline'),
  }
  return (
    <section className="grid content-start gap-4 desk:sticky desk:top-4 desk:self-start" aria-labelledby="preview">
      <h2 id="preview" className="text-15 font-semibold">
        {t('imports.preview')}
      </h2>
      {refusal ? <Notice kind="error">{shown(refusal, actor.locale).message}</Notice> : null}
      {look && look.otherScale === null ? (
        <ul className="grid gap-2 text-14">
          <li className="text-15">{t('imports.wouldRead', counts(look))}</li>
          <li>{t('imports.wouldOpen', { tickets: look.tickets, history: look.history })}</li>
          {look.duplicates > 0 ? <li>{t('imports.wouldRepeat', { count: look.duplicates })}</li> : null}
          {look.from && look.to ? (
            <li>{t('imports.wouldSpan', { from: f.date(new Date(look.from)), to: f.date(new Date(look.to)) })}</li>
          ) : (
            <li className="text-soon">{t('imports.wouldBeNow')}</li>
          )}
          {scale ? (
            <li>
              {t('imports.wouldScale', { min: scale.min, max: scale.max, inverted: scale.invert ? 'yes' : 'no' })}
            </li>
          ) : null}
          {look.undated > 0 ? <li className="text-soon">{t('imports.undated', { count: look.undated })}</li> : null}
          {made(look).length > 0 ? <li>{t('imports.wouldMake', { names: made(look).join(', ') })}</li> : null}
        </ul>
      ) : null}
      {look ? <Faults look={look} explain={explainer(actor.locale)} t={t} /> : null}
      <StartForm id={its.id} blocked={refusal !== null} words={words} />
    </section>
  )
}

function counts({ rows, scores, rejected }: Look) {
  const sum = (from: number, to: number) => scores.slice(from, to + 1).reduce((total, n) => total + n, 0)
  return { rows, detractors: sum(0, 6), passives: sum(7, 8), promoters: sum(9, 10), rejected }
}

const made = ({ wanted }: Look) => [...wanted.touchpoints.values(), ...wanted.reasons.values()]
