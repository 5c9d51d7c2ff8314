import { Table } from '@/app/_ui/table'
import type { Reason } from '@/lib/insights'
import type { Reader } from './reader'

/** What was chosen as the reason here: by detractors, by promoters. */
export function PlaceReasons({ reasons, reader }: { reasons: Reason[]; reader: Reader }) {
  const { t, f, name } = reader
  const most = Math.max(1, ...reasons.flatMap(({ detractors, promoters }) => [detractors, promoters]))
  return (
    <section aria-labelledby="reasons">
      <div className="board-head">
        <h2 className="sec" id="reasons">
          {t('board.place.reasons')}
        </h2>
        <p className="board-note">{t('board.place.reasonsNote')}</p>
      </div>
      {reasons.length === 0 ? (
        <p className="text-13 text-2">{t('board.place.reasonsNone')}</p>
      ) : (
        <Table label={t('board.place.reasonsTable')} flush>
          <thead>
            <tr>
              <th scope="col">{t('board.place.cause')}</th>
              <th scope="col">{t('board.place.byDetractors')}</th>
              <th scope="col">{t('board.place.byPromoters')}</th>
            </tr>
          </thead>
          <tbody>
            {reasons.map((reason) => (
              <tr key={reason.slug}>
                <td>{name(reason)}</td>
                <td>
                  <Bar count={reason.detractors} most={most} band="det" f={f} />
                </td>
                <td>
                  <Bar count={reason.promoters} most={most} band="pro" f={f} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  )
}

type BarProps = { count: number; most: number; band: 'det' | 'pro'; f: Reader['f'] }

const Bar = ({ count, most, band, f }: BarProps) => (
  <span className="flex items-center gap-2">
    <span className="num w-8 text-end">{count > 0 ? f.number(count) : ''}</span>
    <i
      aria-hidden="true"
      className="reason-bar"
      style={{ width: `${(count / most) * 96}px`, background: `var(--${band}-fill)` }}
    />
  </span>
)
