export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const

type Span = [number, number]

/** "09:00–14:00, 16:00–19:00" as minutes of the day; null when it cannot be read. Empty is closed. */
export function readSpans(text: string): Span[] | null {
  const parts = text.split(/[,;]/).map((part) => part.trim())
  const spans = parts.filter(Boolean).map((part) => {
    const times = /^(\d{1,2})(?::(\d{2}))?\s*(?:-|–|—|a|to)\s*(\d{1,2})(?::(\d{2}))?$/i.exec(part)
    if (!times) return null
    const [from, to] = [at(times[1], times[2]), at(times[3], times[4])]
    return from === null || to === null ? null : ([from, to] satisfies Span)
  })
  return spans.every((span) => span !== null) ? spans : null
}

/** Minutes of the day as "09:00–14:00, 16:00–19:00". */
export const writeSpans = (spans: Span[]): string => spans.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(', ')

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

function at(hours = '', minutes = '00'): number | null {
  const value = Number(hours) * 60 + Number(minutes)
  return Number(minutes) < 60 && value <= 1_440 ? value : null
}
