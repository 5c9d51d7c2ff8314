import { ScoreTip } from '@/app/_ui/score-badge'
import { type Board, type Converted, fewest } from '@/lib/insights'
import type { Reader } from './reader'
import { meanBounds } from './words'

const bands = ['promoter', 'passive', 'detractor'] as const

/** First answer against the one given when asked again: counts first, shares second; absence is hatched. */
export function Matrix({ board, reader }: { board: Board; reader: Reader }) {
  const { t } = reader
  const rows = board.matrix.filter(({ first }) => first !== 'promoter')
  const waiting = rows.reduce((sum, row) => sum + row.waiting, 0)
  return (
    <section aria-labelledby="matrix">
      <div className="board-head">
        <h2 className="sec" id="matrix">
          {t('board.matrix.title')}
        </h2>
        <p className="board-note">{t('board.matrix.note')}</p>
      </div>
      {rows.length === 0 ? (
        <p className="text-13 text-2">{t('board.matrix.none')}</p>
      ) : (
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">{t('board.matrix.first')}</span>
              </th>
              {bands.map((band) => (
                <th key={band} scope="col">
                  <ScoreTip band={band} /> {t(`common.band.${band}`)}
                </th>
              ))}
              <th scope="col">{t('board.matrix.noAnswer')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <MatrixRow key={row.first} row={row} reader={reader} />
            ))}
          </tbody>
        </table>
      )}
      <p className="board-note mt-3 max-w-[72ch]">
        <LiftWords board={board} reader={reader} /> {waiting > 0 ? t('board.matrix.waiting', { n: waiting }) : null}
      </p>
    </section>
  )
}

function MatrixRow({ row, reader: { t, f } }: { row: Converted; reader: Reader }) {
  const cells = [
    { key: 'promoter', count: row.promoters, kind: row.first === 'detractor' ? 'won' : undefined },
    { key: 'passive', count: row.passives, kind: row.first === 'detractor' ? 'won' : undefined },
    { key: 'detractor', count: row.detractors, kind: undefined },
    { key: 'none', count: row.noAnswer, kind: 'absent' },
  ]
  return (
    <tr>
      <th scope="row">
        <span className="flex items-center gap-2">
          <ScoreTip band={row.first} />
          {t(`common.band.${row.first}`)} <span className="num text-3">{f.number(row.total)}</span>
        </span>
      </th>
      {cells.map(({ key, count, kind }) => (
        <td key={key} data-kind={kind}>
          <span>{f.number(count)}</span> {row.total < fewest ? null : <small>{f.percent(count / row.total)}</small>}
          <i aria-hidden="true" style={{ width: `${(100 * count) / row.total}%` }} />
        </td>
      ))}
    </tr>
  )
}

function LiftWords({ board: { lift }, reader }: { board: Board; reader: Reader }) {
  const { t, f } = reader
  const { contacted, uncontacted } = lift
  if (!contacted) return null
  const words = (mean: NonNullable<typeof contacted>) => ({
    mean: f.signed(mean.mean),
    bounds: meanBounds(reader, mean),
    n: f.number(mean.n),
  })
  return (
    <>
      {t('board.matrix.lift', words(contacted))}{' '}
      {uncontacted && uncontacted.n >= fewest
        ? t('board.matrix.alone', words(uncontacted))
        : t('board.matrix.aloneFew', { n: uncontacted?.n ?? 0 })}{' '}
      {t('board.matrix.alongside')}
    </>
  )
}
