'use client'
import { X } from 'lucide-react'
import { dismissTeam } from '../deeds-actions'
import { SideDeed } from './side-edit'
import { useTry } from './use-answer'

export type HelperList = {
  head: string
  add: string
  ticket: string
  offline: string
  may: boolean
  list: { id: string; name: string; dismiss: string; done: string }[]
}

/** Teams that help without owning the ticket. */
export function Helpers({ helpers }: { helpers: HelperList }) {
  const { run } = useTry(helpers.offline)
  return (
    <section>
      <h2 className="side-head">{helpers.head}</h2>
      <ul className="flex flex-wrap gap-2">
        {helpers.list.map((one) => (
          <li key={one.id} className="chip">
            {one.name}
            {helpers.may ? (
              <button
                type="button"
                className="tool"
                aria-label={one.dismiss}
                onClick={() => run(() => dismissTeam({ id: helpers.ticket, team: one.id }), one.done)}
              >
                <X className="i" aria-hidden="true" />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {helpers.may ? <SideDeed deed="helpers">{helpers.add}</SideDeed> : null}
    </section>
  )
}
