type IntervalTrackProps = {
  low: number
  high: number
  point: number
  /** All tracks on a page share one axis, and the page says which. */
  axis?: { min: number; max: number; zero?: number }
}

/** Axis line, zero mark, the interval as a band, the value as a 2.5 px point. The numbers stand beside it in words. */
export function IntervalTrack({ low, high, point, axis = { min: -100, max: 100, zero: 0 } }: IntervalTrackProps) {
  const at = (value: number) =>
    ((Math.min(Math.max(value, axis.min), axis.max) - axis.min) / (axis.max - axis.min)) * 100
  return (
    <svg className="iv" aria-hidden="true">
      <rect className="axis" x="0" y="4.5" width="100%" height="1" />
      {axis.zero === undefined ? null : <rect className="zero" x={`${at(axis.zero)}%`} y="1" width="1" height="8" />}
      <rect
        className="band"
        x={`${at(low)}%`}
        y="2.5"
        width={`${Math.max(at(high) - at(low), 0.5)}%`}
        height="5"
        rx="1"
      />
      <rect className="point" x={`${at(point)}%`} y="0" width="2.5" height="10" rx="1" transform="translate(-1.25 0)" />
    </svg>
  )
}
