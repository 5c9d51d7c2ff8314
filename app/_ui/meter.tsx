import type { ClockState } from './clock'

type MeterProps = {
  /** 0–1; more than all is drawn as all. */
  share: number
  state?: ClockState | 'accent' | 'met'
  /** The same in words: "Solución: 95 % del plazo usado". */
  label: string
}

/** A 4 px bar: how much of something is used. */
export const Meter = ({ share, state = 'intime', label }: MeterProps) => (
  <span className="meter" data-state={state} role="img" aria-label={label}>
    <i style={{ width: `${Math.round(Math.min(Math.max(share, 0), 1) * 100)}%` }} />
  </span>
)
