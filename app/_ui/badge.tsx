import type { ReactNode } from 'react'
import { cx } from './cx'

const tones = {
  quiet: 'bg-sunk text-2',
  accent: 'bg-accent-soft text-accent',
  ok: 'bg-pro-soft text-pro',
  soon: 'bg-soon-soft text-soon',
  late: 'bg-late-soft text-late',
}

/** A state in a word; the ground helps the eye, the word says it. */
export const Badge = ({ tone = 'quiet', children }: { tone?: keyof typeof tones; children: ReactNode }) => (
  <span className={cx('chip font-medium', tones[tone])}>{children}</span>
)
