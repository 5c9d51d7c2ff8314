import { cx } from './cx'

export type ClockState = 'intime' | 'soon' | 'late' | 'paused'

type ClockProps = {
  state: ClockState
  /** How much: "en 50 min", "4 h tarde", "en pausa". */
  text: string
  /** Share of the time used, 0–1: fills the dial. */
  share?: number
  /** With a ground, in a ticket's header only. */
  chip?: boolean
}

/** A dial that fills: thin in time, nearly full soon, solid late, two bars paused. The text says how much. */
export function Clock({ state, text, share = 0.3, chip }: ClockProps) {
  return (
    <span className={cx('clock', chip && 'clock-chip')} data-state={state}>
      <svg viewBox="0 0 14 14" aria-hidden="true">
        <Dial state={state} share={share} />
      </svg>
      {text}
    </span>
  )
}

function Dial({ state, share }: { state: ClockState; share: number }) {
  if (state === 'paused')
    return <path d="M5 3.5v7M9 3.5v7" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
  if (state === 'late')
    return (
      <>
        <circle cx="7" cy="7" r="7" fill="currentColor" />
        <path
          d="M7 3.4V7l2.2 1.6"
          stroke="var(--surface)"
          strokeWidth="1.5"
          fill="none"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </>
    )
  return (
    <>
      <circle cx="7" cy="7" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path fill="currentColor" d={wedge(share)} />
    </>
  )
}

// A slice from twelve o'clock, clockwise, within the ring.
function wedge(share: number) {
  const used = Math.min(Math.max(share, 0.06), 0.97)
  const angle = used * 2 * Math.PI
  const x = (7 + 3.6 * Math.sin(angle)).toFixed(2)
  const y = (7 - 3.6 * Math.cos(angle)).toFixed(2)
  return `M7 7V3.4A3.6 3.6 0 ${used > 0.5 ? 1 : 0} 1 ${x} ${y}z`
}
