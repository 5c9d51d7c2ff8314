'use client'
import { Button } from '@/app/_ui/button'
import { approveTicketGesture, withdrawTicketGesture } from '../deeds-actions'
import { SideDeed } from './side-edit'
import { useTry } from './use-answer'

export type GestureList = {
  head: string
  add: string
  ticket: string
  approve: string
  approved: string
  withdraw: string
  withdrawn: string
  offline: string
  may: boolean
  list: {
    id: string
    text: string
    note: string
    state: string
    tone: 'quiet' | 'soon'
    may: { approve: boolean; withdraw: boolean }
  }[]
}

/** What was given to make up for it, what it cost, and who said yes. */
export function Gestures({ gestures }: { gestures: GestureList }) {
  const { busy, run } = useTry(gestures.offline)
  const { ticket: id } = gestures
  return (
    <section>
      <h2 className="side-head">{gestures.head}</h2>
      <ul className="grid gap-2">
        {gestures.list.map((one) => (
          <li key={one.id}>
            <p>{one.text}</p>
            <p className={`text-12 ${one.tone === 'soon' ? 'text-soon' : 'text-3'}`}>
              {[one.state, one.note].filter(Boolean).join(' · ')}
            </p>
            <p className="flex gap-2">
              {one.may.approve ? (
                <Button
                  size="sm"
                  aria-disabled={busy}
                  onClick={() => run(() => approveTicketGesture({ id, gesture: one.id }), gestures.approved)}
                >
                  {gestures.approve}
                </Button>
              ) : null}
              {one.may.withdraw ? (
                <Button
                  size="sm"
                  variant="ghost"
                  aria-disabled={busy}
                  onClick={() => run(() => withdrawTicketGesture({ id, gesture: one.id }), gestures.withdrawn)}
                >
                  {gestures.withdraw}
                </Button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      {gestures.may ? <SideDeed deed="gesture">{gestures.add}</SideDeed> : null}
    </section>
  )
}
