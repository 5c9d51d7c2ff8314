import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import { type NpsInterval, nps, npsInterval, sizeOf, tooFew, type Week } from '@/lib/insights'
import type { Reader } from './reader'
import { boundsOf, points } from './words'

type Point = { at: number; from: string; n: number; value: number; interval: NpsInterval; few: boolean }
type Marker = { id: string; text: string; day: string }
type Props = { weeks: Week[]; title: string; markers: Marker[]; reader: Reader }

const wide = 1120
const high = 230
const left = 44
const right = 970
const top = 40
const bottom = 200

/** The drawing, made on the server: 2 px line, its band, direct label at the end, changes as dotted uprights. */
export function TrendChart({ weeks, title, markers, reader }: Props) {
  const { t, day } = reader
  const drawn = weeks.map(pointOf)
  const found = drawn.flatMap((point) => point ?? [])
  const x = scaleLinear([0, Math.max(weeks.length - 1, 1)], [left, right])
  const y = scaleLinear(bounds(found), [bottom, top])
  const first = found[0]
  const last = found.at(-1)
  const label =
    first && last
      ? t('board.trend.label', {
          name: title,
          from: points(reader, first.value),
          to: points(reader, last.value),
          weeks: weeks.length,
        })
      : t('board.trend.labelEmpty', { name: title })
  // A week without answers breaks the line: nothing is known of it.
  const has = (point: Point | null) => point !== null
  const band = area<Point | null>()
    .defined(has)
    .x((d) => x(d?.at ?? 0))
    .y0((d) => y(d?.interval.low ?? 0))
    .y1((d) => y(d?.interval.high ?? 0))(drawn)
  const path = line<Point | null>()
    .defined(has)
    .x((d) => x(d?.at ?? 0))
    .y((d) => y(d?.value ?? 0))(drawn)
  const every = Math.ceil(weeks.length / 7)
  return (
    <svg className="trend" viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={label}>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line className={tick === 0 ? 'zero' : 'grid'} x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text x={left - 10} y={y(tick) + 4} textAnchor="end">
            {points(reader, tick)}
          </text>
        </g>
      ))}
      {weeks.map(({ from }, at) =>
        at % every === 0 ? (
          <text key={from} x={x(at)} y={high - 8} textAnchor="middle">
            {day(from)}
          </text>
        ) : null,
      )}
      {band ? <path className="band" d={band} /> : null}
      {path ? <path className="line" d={path} /> : null}
      {found.map((point) => (
        <circle key={point.from} cx={x(point.at)} cy={y(point.value)} r={point.few ? 1.75 : 3} />
      ))}
      <Markers markers={markers} weeks={weeks} x={x} day={day} />
      {last ? (
        <>
          <text className="end" x={x(last.at) + 14} y={Math.min(y(last.value) + 1, bottom - 22)}>
            {points(reader, last.value)}
          </text>
          <text x={x(last.at) + 14} y={Math.min(y(last.value) + 18, bottom - 5)}>
            {t('board.trend.end', { ...boundsOf(reader, last.interval), n: last.n })}
          </text>
        </>
      ) : null}
    </svg>
  )
}

type MarkersProps = { markers: Marker[]; weeks: Week[]; x: (at: number) => number; day: Reader['day'] }

// Neighbours write at two heights, so that their words do not meet.
const Markers = ({ markers, weeks, x, day }: MarkersProps) =>
  markers
    .flatMap((marker) => {
      const at = weeks.findIndex(({ from, to }) => marker.day >= from && marker.day <= to)
      return at < 0 ? [] : [{ ...marker, x: x(at), end: at > weeks.length * 0.7 }]
    })
    .sort((a, b) => a.x - b.x)
    .map(({ id, text, day: date, x: at, end }, index) => (
      <g key={id}>
        <line className="mark" x1={at} x2={at} y1={12} y2={bottom} />
        <text
          className="mark-text"
          x={end ? at - 6 : at + 6}
          y={index % 2 === 0 ? 14 : 30}
          textAnchor={end ? 'end' : 'start'}
        >
          {day(date)} · {text}
        </text>
      </g>
    ))

const pointOf = ({ from, counts }: Week, at: number): Point | null => {
  const interval = npsInterval(counts)
  const value = nps(counts)
  return interval && value !== null ? { at, from, n: sizeOf(counts), value, interval, few: tooFew(counts) } : null
}

const bounds = (found: Point[]): [number, number] => {
  const low = Math.min(0, ...found.map(({ interval }) => interval.low))
  const top = Math.max(0, ...found.map(({ interval }) => interval.high))
  return [Math.floor(low / 25) * 25, Math.ceil(top / 25) * 25 || 25]
}
