import { type Band, bandToken } from './band'

type ScoreBadgeProps = {
  score: number
  band: Band
  /** The band in the reader's language: "Detractor". */
  word: string
  size?: 'sm' | 'md' | 'lg'
  /** Show the word beside the shape; without it the word is for screen readers. */
  named?: boolean
}

/** Shape, then word, then colour: the lower edge points down, stays level, or the upper edge points up. */
export function ScoreBadge({ score, band, word, size = 'md', named = false }: ScoreBadgeProps) {
  const { path, baseline } = shapes[band]
  return (
    <span className="score" data-band={bandToken[band]} data-size={size === 'md' ? undefined : size}>
      <svg viewBox="0 0 26 28" aria-hidden="true">
        <path d={path} />
        <text x="13" y={baseline} className={score > 9 ? 'two' : undefined}>
          {score}
        </text>
      </svg>
      <span className="sr-only">{score}, </span>
      <span className={named ? undefined : 'sr-only'}>{word}</span>
    </span>
  )
}

/** The bare shape, for columns and counts; the words stand beside it. */
export const ScoreTip = ({ band }: { band: Band }) => (
  <svg className="tip" data-band={bandToken[band]} width="9" height="9" viewBox="0 0 9 9" aria-hidden="true">
    <path fill="currentColor" d={tips[band]} />
  </svg>
)

const shapes = {
  detractor: {
    path: 'M5 1.5h16a3 3 0 0 1 3 3v13.2a3 3 0 0 1-1.5 2.6l-8 4.8a3 3 0 0 1-3 0l-8-4.8A3 3 0 0 1 2 17.7V4.5a3 3 0 0 1 3-3z',
    baseline: 16.2,
  },
  passive: {
    path: 'M5 3.5h16a3 3 0 0 1 3 3v15a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3v-15a3 3 0 0 1 3-3z',
    baseline: 18.6,
  },
  promoter: {
    path: 'M11.5 2.9a3 3 0 0 1 3 0l8 4.8a3 3 0 0 1 1.5 2.6v13.2a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V10.3a3 3 0 0 1 1.5-2.6z',
    baseline: 20.6,
  },
} satisfies Record<Band, object>

const tips = {
  detractor: 'M0 0h9v5.4L4.5 9 0 5.4z',
  passive: 'M0 .7h9v7.6H0z',
  promoter: 'M4.5 0 9 3.6V9H0V3.6z',
} satisfies Record<Band, string>
