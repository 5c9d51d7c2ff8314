import type { ReactNode } from 'react'
import { cx } from './cx'

/** A small word that belongs to something: a state, a touchpoint, a tag. `line` draws a border instead of a ground. */
export const Chip = ({ children, line, className }: { children: ReactNode; line?: boolean; className?: string }) => (
  <span className={cx('chip', line && 'chip-line', className)}>{children}</span>
)
