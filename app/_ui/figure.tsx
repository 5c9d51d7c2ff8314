import type { ComponentProps, ReactNode } from 'react'
import { IntervalTrack } from './interval-track'

type FigureProps = {
  name: ReactNode
  /** Written by the formatter: "−12", "35". */
  value: string
  unit?: string
  interval?: ComponentProps<typeof IntervalTrack>
  /** Bounds and n in words: "−22 a −2 · n = 271". */
  note?: ReactNode
  change?: ComponentProps<typeof Delta>
  /** Below n = 10: these words instead of value and track. */
  tooFew?: string | undefined
}

/** A number is never alone: name, value, drawn interval, n, change; or the words that there are too few. */
export function Figure({ name, value, unit, interval, note, change, tooFew }: FigureProps) {
  return (
    <div className="fig">
      <div className="fig-name">{name}</div>
      {tooFew ? (
        <div className="fig-few">{tooFew}</div>
      ) : (
        <>
          <div className="fig-val">
            {value}
            {unit ? <small>{unit}</small> : null}
          </div>
          {interval ? <IntervalTrack {...interval} /> : null}
        </>
      )}
      {note ? <div className="fig-n">{note}</div> : null}
      {change && !tooFew ? <Delta {...change} /> : null}
    </div>
  )
}

/** A change against before; coloured only when it is real by the definition in the metrics. */
export const Delta = ({ real, children }: { real?: 'better' | 'worse' | undefined; children: ReactNode }) => (
  <div className="delta" data-real={real}>
    {real ? <span aria-hidden="true">{real === 'better' ? '▲ ' : '▼ '}</span> : null}
    {children}
  </div>
)
