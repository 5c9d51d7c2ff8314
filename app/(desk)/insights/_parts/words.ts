import type { Change, Mean, NpsInterval, Rate } from '@/lib/insights'
import type { Reader } from './reader'

/** NPS as a screen shows it: a whole number, with a true minus. */
export const points = ({ f }: Reader, value: number): string => f.number(Math.round(value) + 0)

/** Points lost or gained, always with one decimal: "−5.1", "+2.0". */
export function exactly({ f }: Reader, value: number): string {
  const text = f.signed(Math.round(value * 10) / 10 + 0)
  const separator = f.number(0.5).charAt(1)
  return text.includes(separator) ? text : `${text}${separator}0`
}

export const boundsOf = (reader: Reader, { low, high }: NpsInterval) => ({
  low: points(reader, low),
  high: points(reader, high),
})

/** The bounds of a share, in percent without the sign on the first: "81", "87 %". */
export const sharesOf = ({ f }: Reader, { low, high }: Rate) => ({
  low: f.number(Math.round(100 * (low ?? 0))),
  high: f.percent(high ?? 0),
})

/** A change in words and whether it may be coloured. `good`: which way is better. */
export function changeWords(
  reader: Reader,
  change: Change | null,
  good: 'up' | 'down' = 'up',
): { real?: 'better' | 'worse'; children: string } {
  const { t, f } = reader
  if (!change) return { children: t('board.change.few') }
  const text = f.signed(Math.round(change.points) + 0)
  if (!change.real) return { children: t('board.change.within', { points: text }) }
  const real = change.points > 0 === (good === 'up') ? 'better' : 'worse'
  return { real, children: t(`board.change.${real}`, { points: text }) }
}

/** " (3.6 a 4.6)", or nothing where there are no bounds. */
export const meanBounds = (reader: Reader, { low, high }: Mean): string =>
  low === null || high === null
    ? ''
    : reader.t('board.matrix.bounds', { low: reader.f.number(low), high: reader.f.number(high) })

/** The address of a queue that holds exactly these tickets. */
export const queueHref = (query: Record<string, string>): string =>
  `/tickets?${new URLSearchParams({ view: 'all', ...query })}`
