import { Check, X } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Avatar } from '@/app/_ui/avatar'
import { Clock, type ClockState } from '@/app/_ui/clock'
import { Meter } from '@/app/_ui/meter'
import { type HelperList, Helpers } from './contact-teams'
import type { Deed } from './deed'
import { type GestureList, Gestures } from './gesture-list'
import { SideDeed, SideEdit } from './side-edit'
import { type TaskList, Tasks } from './task-list'

export type SideClock = {
  name: string
  /** The state of the dial; `met` once it was reached in time, `missed` once it was reached late. */
  state: ClockState | 'met' | 'missed'
  text: string
  share: number
  /** "15 h 10 min de 16 h hábiles", and when it is due. */
  left: string
  right: string
  meter: string
}

export type SideFact = {
  label: string
  value: ReactNode
  /** How it is changed where it stands; absent: it is not. */
  edit?: { deed: Deed; label: string }
}

type Elsewhere = { number: number; href: string | null; text: string; time?: string }

export type SideView = {
  label: string
  /** Closes it, where it lies over the page. */
  shut: string
  customer: { name: string; note: string; href: string | null; facts: SideFact[] } | null
  clocks: { head: string; list: SideClock[]; notes: string[] }
  properties: { head: string; facts: SideFact[] }
  after: { head: string; facts: SideFact[] }
  others: { head: string; list: Elsewhere[] }
  tasks: TaskList
  gestures: GestureList
  helpers: HelperList
  links: { head: string; list: Elsewhere[] }
  watchers: { head: string; text: string; toggle: string }
  activity: { head: string; href: string; text: string }
}

/** What one looks up beside the conversation: who it is, how much time is left, what it is filed under. */
export function Side({ side }: { side: SideView }) {
  const { customer } = side
  return (
    <aside className="ticket-side" aria-label={side.label} id="details" popover="auto">
      <div className="side-shut">
        <button type="button" className="btn btn-ghost" popoverTarget="details" popoverTargetAction="hide">
          <X className="i" aria-hidden="true" />
          {side.shut}
        </button>
      </div>
      {customer ? (
        <section>
          <div className="mb-4 flex items-center gap-2">
            <Avatar name={customer.name} size="lg" />
            <div className="min-w-0">
              <h2 className="cut font-medium">
                {customer.href ? (
                  <Link className="hover:underline" href={customer.href}>
                    {customer.name}
                  </Link>
                ) : (
                  customer.name
                )}
              </h2>
              <p className="text-12 text-3">{customer.note}</p>
            </div>
          </div>
          <Facts facts={customer.facts} />
        </section>
      ) : null}
      <section>
        <h2 className="side-head">{side.clocks.head}</h2>
        {side.clocks.list.map((clock) => (
          <OneClock key={clock.name} clock={clock} />
        ))}
        {side.clocks.notes.map((note) => (
          <p key={note} className="mt-1 text-12 text-3">
            {note}
          </p>
        ))}
      </section>
      <section>
        <h2 className="side-head">{side.properties.head}</h2>
        <Facts facts={side.properties.facts} />
      </section>
      <Tasks tasks={side.tasks} />
      <Gestures gestures={side.gestures} />
      <Others {...side.others} />
      <Others {...side.links} />
      {side.after.facts.length > 0 ? (
        <section>
          <h2 className="side-head">{side.after.head}</h2>
          <Facts facts={side.after.facts} />
        </section>
      ) : null}
      <Helpers helpers={side.helpers} />
      <section>
        <h2 className="side-head">{side.watchers.head}</h2>
        <p>{side.watchers.text}</p>
        <SideDeed deed="watch">{side.watchers.toggle}</SideDeed>
      </section>
      <section>
        <h2 className="side-head">{side.activity.head}</h2>
        <a className="link" href={side.activity.href} download>
          {side.activity.text}
        </a>
      </section>
    </aside>
  )
}

function Others({ head, list }: SideView['others']) {
  if (list.length === 0) return null
  return (
    <section>
      <h2 className="side-head">{head}</h2>
      <ul className="grid gap-2">
        {list.map((one) => (
          <li key={`${one.number}${one.text}`} className="flex items-baseline gap-2">
            <span className="cut flex-1">
              {one.href ? (
                <Link className="link num" href={one.href}>
                  #{one.number}
                </Link>
              ) : (
                <span className="num text-3">#{one.number}</span>
              )}{' '}
              {one.text}
            </span>
            <span className="text-12 whitespace-nowrap text-3">{one.time}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Facts = ({ facts }: { facts: SideFact[] }) => (
  <dl className="kv">
    {facts.map((fact) => (
      <div key={fact.label}>
        <dt>{fact.label}</dt>
        <dd>{fact.edit ? <SideEdit {...fact.edit}>{fact.value}</SideEdit> : fact.value}</dd>
      </div>
    ))}
  </dl>
)

function OneClock({ clock }: { clock: SideClock }) {
  const met = clock.state === 'met'
  return (
    <div className="mb-4 grid gap-1.5">
      <div className="flex items-center gap-2">
        <h3 className="flex-1">{clock.name}</h3>
        {clock.state === 'met' || clock.state === 'missed' ? (
          <span className={`inline-flex items-center gap-1 ${met ? 'text-2' : 'text-late'}`}>
            {met ? <Check className="i text-pro-fill" strokeWidth={2} aria-hidden="true" /> : null}
            {clock.text}
          </span>
        ) : (
          <Clock state={clock.state} text={clock.text} share={clock.share} />
        )}
      </div>
      <Meter share={clock.share} state={clock.state === 'missed' ? 'late' : clock.state} label={clock.meter} />
      <div className="num flex justify-between gap-2 text-12 text-3">
        <span>{clock.left}</span>
        <span className="text-end">{clock.right}</span>
      </div>
    </div>
  )
}
