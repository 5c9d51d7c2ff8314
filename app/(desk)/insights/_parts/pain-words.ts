import type { PlaceFigures } from '@/lib/insights'
import type { Reader } from './reader'
import { changeWords } from './words'

/** A change for a narrow column; coloured only when it is real. */
export function shortChange(figures: PlaceFigures, reader: Reader) {
  const words = changeWords(reader, figures.change)
  if (words.real) return words
  if (!figures.change) return { children: reader.t('board.pain.noChange') }
  return {
    children: reader.t('board.pain.inMargin', { points: reader.f.signed(Math.round(figures.change.points) + 0) }),
  }
}

/** The three reasons that detractors chose most. */
export const topReasons = ({ reasons }: PlaceFigures, { name }: Reader) =>
  reasons
    .filter(({ detractors }) => detractors > 0)
    .slice(0, 3)
    .map(name)
    .join(', ')
