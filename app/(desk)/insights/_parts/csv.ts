import type { Board, BoardChoices, NpsFigure, PlaceFigures } from '@/lib/insights'
import { csvLine } from '@/lib/kit/table'
import { type BoardAddress, filterNames } from './address'
import { valueName } from './filters'
import type { Reader } from './reader'

type Cell = string | number | null
const round = (value: number | null | undefined, digits = 1): number | null =>
  value === null || value === undefined ? null : Number(value.toFixed(digits))

/** What the board shows as CSV: definitions first, one line a touchpoint, the total last. */
export function boardCsv(board: Board, address: BoardAddress, reader: Reader, choices: BoardChoices): string {
  const { t } = reader
  const lines: Cell[][] = [
    [
      t('board.csv.made', {
        from: board.period.from,
        to: board.period.to,
        beforeFrom: board.before.from,
        beforeTo: board.before.to,
      }),
    ],
    [t('board.csv.filters'), filtersOf(address, choices, reader)],
    [t('board.csv.defNps')],
    [t('board.csv.defImpact')],
    [t('board.csv.defTickets')],
    [t('board.csv.defRecovery')],
    [],
    head(reader),
    ...board.places.map((figures) => line(figures, reader)),
    total(board, reader),
  ]
  // A byte order mark: without it spreadsheets take the accents for something else.
  return `\ufeff${lines.map(csvLine).join('')}`
}

function filtersOf({ filters }: BoardAddress, choices: BoardChoices, reader: Reader): string {
  const active = filterNames.flatMap((name) => {
    const value = filters[name]
    return value ? [`${reader.t(`board.filter.${name}`)}: ${valueName(name, value, choices, reader)}`] : []
  })
  return active.join('; ') || reader.t('board.csv.noFilters')
}

const head = ({ t }: Reader): string[] => [
  t('board.csv.stage'),
  t('board.pain.touchpoint'),
  t('board.pain.team'),
  t('board.pain.n'),
  t('board.csv.promoters'),
  t('board.csv.passives'),
  t('board.pain.detractors'),
  t('board.pain.nps'),
  t('board.csv.low'),
  t('board.csv.high'),
  t('board.pain.change'),
  t('board.csv.changeReal'),
  t('board.pain.points'),
  t('board.pain.reasons'),
  t('board.csv.opened'),
  t('board.csv.open'),
  t('board.csv.overdue'),
  t('board.csv.inTarget'),
  t('board.csv.due'),
  t('board.csv.median'),
  t('board.csv.recovered'),
  t('board.csv.answered'),
  t('board.csv.delivered'),
  t('board.csv.resolved'),
]

// Below ten answers the figures stay out, as on the screen; the counts remain.
const answers = (its: NpsFigure, few: boolean, t: Reader['t']): Cell[] => [
  its.n,
  its.counts.promoters,
  its.counts.passives,
  its.counts.detractors,
  few ? null : round(its.nps),
  few ? null : round(its.interval?.low),
  few ? null : round(its.interval?.high),
  few ? null : round(its.change?.points),
  few || !its.change ? null : t(its.change.real ? 'common.yes' : 'common.no'),
]

const hours = (milliseconds: number | null | undefined) => round(milliseconds && milliseconds / 3_600_000)

const line = (its: PlaceFigures, { t, name }: Reader): Cell[] => [
  name(its.place.stage),
  name(its.place),
  its.place.team ? name(its.place.team) : '',
  ...answers(its, its.few, t),
  its.few ? null : round(its.impact),
  its.reasons
    .filter(({ detractors }) => detractors > 0)
    .slice(0, 3)
    .map(name)
    .join(', '),
  its.tickets.opened,
  its.tickets.open,
  its.tickets.overdue,
  its.tickets.contacted.hits,
  its.tickets.contacted.of,
  hours(its.firstContact?.median),
  its.recovery.ofResolved.hits,
  its.recovery.ofAnswered.of,
  its.recovery.ofDelivered.of,
  its.recovery.ofResolved.of,
]

const total = ({ total: all, loop, recovery }: Board, { t }: Reader): Cell[] => [
  t('board.csv.total'),
  '',
  '',
  ...answers(all, all.n < 10, t),
  null,
  '',
  loop.opened,
  loop.open,
  loop.overdue,
  loop.contacted.hits,
  loop.contacted.of,
  hours(loop.firstContact?.median),
  recovery.ofResolved.hits,
  recovery.ofAnswered.of,
  recovery.ofDelivered.of,
  recovery.ofResolved.of,
]
