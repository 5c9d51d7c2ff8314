import type { ReactNode } from 'react'
import './board.css'
import './journey.css'
import './trend.css'
import './verdict.css'

/** The board and its touchpoints share one hand. */
export default function InsightsLayout({ children }: { children: ReactNode }) {
  return children
}
