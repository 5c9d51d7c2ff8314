import { IntervalTrack } from '@/app/_ui/interval-track'
import { fewest, type Rate, type Recovery } from '@/lib/insights'
import type { Reader } from './reader'
import { sharesOf } from './words'

const axis = { min: 0, max: 100 }

/** Three recovery rates, always together: each with its own denominator and interval; and how many answered at all. */
export function RecoveryRates({ recovery, reader }: { recovery: Recovery; reader: Reader }) {
  const { t, f } = reader
  const asked = recovery.ofDelivered.of
  return (
    <section aria-labelledby="recovery">
      <div className="board-head">
        <h2 className="sec" id="recovery">
          {t('board.recovery.title')}
        </h2>
        <p className="board-note">{t('board.recovery.note')}</p>
      </div>
      {(['ofAnswered', 'ofDelivered', 'ofResolved'] as const).map((key) => (
        <RateLine key={key} label={t(`board.recovery.${key}`)} its={recovery[key]} reader={reader} />
      ))}
      {asked >= fewest ? (
        <p className="board-note border-t border-line pt-3">
          {t('board.recovery.answers', {
            share: f.percent(recovery.ofAnswered.of / asked),
            hits: f.number(recovery.ofAnswered.of),
            of: f.number(asked),
          })}
        </p>
      ) : null}
    </section>
  )
}

function RateLine({ label, its, reader }: { label: string; its: Rate; reader: Reader }) {
  const { t, f } = reader
  const { share, low, high, hits, of } = its
  return (
    <div className="rate-line">
      <span className="text-13 text-2">{label}</span>
      {share === null || of < fewest ? (
        <>
          <span className="text-13 text-3">{t(share === null ? 'board.recovery.none' : 'common.tooFew')}</span>
          {share === null ? null : (
            <span className="fig-n rate-track">
              {t('board.kpi.counts', { hits: f.number(hits), of: f.number(of) })}
            </span>
          )}
        </>
      ) : (
        <>
          <span className="num text-18 font-medium">{f.percent(share)}</span>
          <span className="rate-track">
            <IntervalTrack low={100 * (low ?? 0)} high={100 * (high ?? 0)} point={100 * share} axis={axis} />
          </span>
          <span className="fig-n rate-track">
            {t('board.recovery.counts', { hits: f.number(hits), of: f.number(of), ...sharesOf(reader, its) })}
          </span>
        </>
      )}
    </div>
  )
}
