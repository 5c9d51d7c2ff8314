'use client'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { Button } from '@/app/_ui/button'
import { usePlace } from '../../_parts/use-place'
import { orderReasons } from '../../actions'

type Reason = { id: string; name: string; up: string; down: string; off: string }
type ReasonListProps = {
  point: string
  /** Those of this side, in order. */
  reasons: Reason[]
  /** Those of the other side: they stay as they are, after these. */
  others: string[]
  words: { offline: string; saved: string; removed: string }
  label: string
  edits: boolean
}

// Large enough for a finger. At an end there is nowhere to go; the button stays, since it may hold the focus.
const still = 'max-tablet:size-11 aria-disabled:bg-transparent aria-disabled:opacity-40'

/** The reasons of one side in the order in which the survey offers them. */
export function ReasonList({ point, reasons, others, words, label, edits }: ReasonListProps) {
  const { run, pending } = usePlace(words.offline)
  const ids = reasons.map((one) => one.id)
  const write = (next: string[], said: string) =>
    pending ? undefined : run(() => orderReasons({ id: point, causes: [...next, ...others] }), said)
  const swap = (at: number, by: number) => {
    const next = [...ids]
    const [taken] = next.splice(at, 1)
    if (taken) next.splice(at + by, 0, taken)
    write(next, words.saved)
  }
  return (
    <ol className="border-line border-t" aria-label={label} aria-busy={pending || undefined}>
      {reasons.map((one, at) => (
        <li key={one.id} className="flex min-h-10 items-center gap-1 border-line border-b text-13">
          <span className="min-w-0 flex-1">{one.name}</span>
          {edits ? (
            <>
              <Button
                variant="ghost"
                size="icon"
                className={still}
                aria-label={one.up}
                aria-disabled={at === 0 || undefined}
                onClick={() => (at > 0 ? swap(at, -1) : undefined)}
                icon={<ArrowUp className="i" aria-hidden="true" />}
              />
              <Button
                variant="ghost"
                size="icon"
                className={still}
                aria-label={one.down}
                aria-disabled={at === reasons.length - 1 || undefined}
                onClick={() => (at < reasons.length - 1 ? swap(at, 1) : undefined)}
                icon={<ArrowDown className="i" aria-hidden="true" />}
              />
              <Button
                variant="ghost"
                size="icon"
                className={still}
                aria-label={one.off}
                onClick={() =>
                  write(
                    ids.filter((id) => id !== one.id),
                    words.removed,
                  )
                }
                icon={<X className="i" aria-hidden="true" />}
              />
            </>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
