import type { ReactNode } from 'react'
import type { Board, PlaceFigures } from '@/lib/insights'
import { isApart } from '@/lib/insights'
import type { Reader } from './reader'
import { exactly } from './words'

/** One sentence that says where it hurts and what has changed; by what is real, and by nothing else. */
export function Lede({ board, reader }: { board: Board; reader: Reader }) {
  const { t } = reader
  const [worst] = board.pains
  const others = board.places.filter((one) => one.change?.real && one !== worst)
  return (
    <p className="board-lede">
      {worst ? hurt(worst, board, reader) : t('board.lede.nothing')} {moved(others, 'worse', reader)}
      {moved(others, 'better', reader)}
      {others.length > 0 || worst?.change?.real ? t('board.lede.rest') : t('board.lede.none')}
    </p>
  )
}

function hurt(worst: PlaceFigures, board: Board, reader: Reader): ReactNode {
  const { t, name } = reader
  const points = exactly(reader, worst.lost).replace('+', '')
  const { change } = worst
  const values = {
    name: name(worst.place),
    points,
    count: points === '1' ? 1 : 2,
    course: change?.real ? (change.points < 0 ? 'worse' : 'better') : 'steady',
    b: (chunks: ReactNode) => <b>{chunks}</b>,
  }
  return t.rich(isApart(worst.counts, board.total.counts) ? 'board.lede.hurts' : 'board.lede.unclear', values)
}

function moved(places: PlaceFigures[], course: 'better' | 'worse', reader: Reader): string {
  const those = places.filter(({ change }) => (change?.points ?? 0) < 0 === (course === 'worse'))
  if (those.length === 0) return ''
  const names = new Intl.ListFormat(reader.actor.locale, { type: 'conjunction' }).format(
    those.slice(0, 4).map(({ place }) => reader.name(place)),
  )
  return `${reader.t(`board.lede.${course}`, { names, count: those.length })} `
}
