import { ChevronRight } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { Message } from '@/app/_ui/message'

export type TimelineItem = { id: string; iso: string; time: string } & (
  | { kind: 'event'; text: string }
  | {
      kind: 'message' | 'note'
      author: string
      beside?: ReactNode
      state?: ReactNode
      text: string
      lang?: string
      under?: ReactNode
    }
)

type TimelineProps = {
  items: TimelineItem[]
  /** "Solo su equipo ve esto". */
  privately: string
  /** "3 eventos": the sentence for a folded run. */
  events: (n: number) => string
  empty: string
}

/** Everything that happened, oldest first; three or more events in a row fold into one line. */
export function Timeline({ items, privately, events, empty }: TimelineProps) {
  if (items.length === 0) return <p className="py-6 text-13 text-3">{empty}</p>
  return (
    <ol className="pb-6">
      {runs(items).map((run) => {
        const [first] = run
        if (!first) return null
        if (run.length < 3) return <Fragment key={first.id}>{run.map((item) => line(item, privately))}</Fragment>
        return (
          <li key={first.id}>
            <details className="ev-fold">
              <summary className="ev">
                <ChevronRight className="i" aria-hidden="true" />
                <b className="font-medium whitespace-nowrap text-2">{events(run.length)}</b>
                <span className="cut">{run.map((item) => item.kind === 'event' && item.text).join(', ')}</span>
                <time dateTime={first.iso}>{first.time}</time>
              </summary>
              <ol>{run.map((item) => line(item, privately))}</ol>
            </details>
          </li>
        )
      })}
    </ol>
  )
}

function line(item: TimelineItem, privately: string) {
  const time = <time dateTime={item.iso}>{item.time}</time>
  if (item.kind === 'event')
    return (
      <li key={item.id} className="ev">
        <span>{item.text}</span>
        {time}
      </li>
    )
  const { author, beside, state, text, lang, under } = item
  return (
    <li key={item.id}>
      <Message
        {...{ author, beside, state, text, lang, under, time }}
        privately={item.kind === 'note' ? privately : undefined}
      />
    </li>
  )
}

// Events next to each other belong together; everything else stands alone.
function runs(items: TimelineItem[]) {
  const found: TimelineItem[][] = []
  for (const item of items) {
    const last = found.at(-1)
    if (item.kind === 'event' && last?.[0]?.kind === 'event') last.push(item)
    else found.push([item])
  }
  return found
}
