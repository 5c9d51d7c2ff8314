'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { fill } from '@/app/_ui/fill'
import { mergeTicket } from '../deeds-actions'
import type { Deed } from './deed'
import { KeysHeld } from './keys-held'
import type { MacroChoice } from './macro-picker'
import type { MergeChoice } from './merge-picker'
import type { QueueWords } from './queue-words'
import type { Resolving } from './resolve-dialog'
import type { ChangeKind, Choice, Choices, DeedKind } from './row-view'
import type { SnoozeWords } from './snooze-picker'
import type { SplitPart } from './split-dialog'
import type { TicketWords } from './ticket-words'
import { useTry } from './use-answer'
import type { Changing } from './use-changes'
import type { Given } from './use-deed'

// What opens on demand comes on demand: the page itself stays light.
const ChangePicker = dynamic(() => import('./change-picker').then((its) => its.ChangePicker), { loading: KeysHeld })
const CallDialog = dynamic(() => import('./call-dialog').then((its) => its.CallDialog), { loading: KeysHeld })
const ResolveDialog = dynamic(() => import('./resolve-dialog').then((its) => its.ResolveDialog), { loading: KeysHeld })
const ReasonDialog = dynamic(() => import('./reason-dialog').then((its) => its.ReasonDialog), { loading: KeysHeld })
const SnoozePicker = dynamic(() => import('./snooze-picker').then((its) => its.SnoozePicker), { loading: KeysHeld })
const MacroPicker = dynamic(() => import('./macro-picker').then((its) => its.MacroPicker), { loading: KeysHeld })
const MacroApply = dynamic(() => import('./macro-apply').then((its) => its.MacroApply), { loading: KeysHeld })
const MergePicker = dynamic(() => import('./merge-picker').then((its) => its.MergePicker), { loading: KeysHeld })
const SplitDialog = dynamic(() => import('./split-dialog').then((its) => its.SplitDialog), { loading: KeysHeld })
const TicketSure = dynamic(() => import('./ticket-sure').then((its) => its.TicketSure), { loading: KeysHeld })
const TaskDialog = dynamic(() => import('./task-dialog').then((its) => its.TaskDialog), { loading: KeysHeld })
const GestureDialog = dynamic(() => import('./gesture-dialog').then((its) => its.GestureDialog), { loading: KeysHeld })
const HelperPicker = dynamic(() => import('./contact-helpers').then((its) => its.HelperPicker), { loading: KeysHeld })

/** What the dialogs of a ticket need to know of it. */
export type DialogFacts = {
  customer: { name: string; phone: string | null; whatsapp: string | null }
  choices: Choices
  resolving: Resolving
  snooze: SnoozeWords
  snoozed: boolean
  macros: MacroChoice[]
  merge: MergeChoice[]
  parts: SplitPart[]
  people: Choice[]
  currency: string
  helpers: Choice[]
  /** When and whether the customer is asked again, in sentences. */
  asking: { lines: string[]; resolve: boolean }
}

type TicketDialogsProps = {
  deed: Deed
  given: Given
  ticket: Changing
  facts: DialogFacts
  queue: QueueWords
  words: TicketWords
  onChange: (kind: DeedKind, choice: Choice | null) => void
  onClose: () => void
  onResolved: () => void
  /** The ticket left this view: on to where the address says, or back. */
  onGone: (href: string | null) => void
}

/** The one dialog that is open. */
export function TicketDialogs(props: TicketDialogsProps) {
  const { deed, given, ticket, facts, queue, words, onChange, onClose, onResolved, onGone } = props
  const { run } = useTry(words.call.offline, queue.retry)
  const [macro, setMacro] = useState<MacroChoice | null>(null)
  const [into, setInto] = useState<MergeChoice | null>(null)
  const [shut, setShut] = useState(false)
  const { id, number, version } = ticket
  const has = (tag: string) => ticket.tags?.includes(tag) ?? false
  const note = `#${number}`
  const common = { open: true, onClose, ticket }
  // A picker closes before it answers, and its answer may ask a second question.
  const picker = { open: !shut, onClose: () => setShut(true), note }

  if (deed.startsWith('change:'))
    return (
      <ChangePicker
        kind={deed.slice('change:'.length) as ChangeKind}
        choices={facts.choices}
        current={ticket}
        note={note}
        words={queue}
        onClose={onClose}
        onPick={(kind, choice) => onChange(kind === 'tag' && choice && has(choice.id) ? 'untag' : kind, choice)}
      />
    )
  switch (deed) {
    case 'call':
    case 'whatsapp':
      return <CallDialog {...common} chat={deed === 'whatsapp'} customer={facts.customer} words={words.call} />
    case 'resolve':
      return (
        <ResolveDialog
          {...common}
          onDone={() => {
            given.done?.()
            onResolved()
          }}
          customer={facts.customer.name}
          resolving={facts.resolving}
          summary={given.text ?? null}
          along={{ attachments: given.attachments ?? [], seen: given.seen }}
          words={words.resolve}
        />
      )
    case 'reopen':
    case 'discard':
      return <ReasonDialog {...common} kind={deed} words={words} />
    case 'snooze':
      return (
        <SnoozePicker
          {...picker}
          words={facts.snooze}
          onWake={facts.snoozed ? () => onChange('wake', null) : undefined}
          onPick={(until) => {
            const name =
              facts.snooze.choices.find((one) => one.until === until)?.note ?? new Date(until).toLocaleString()
            onChange('snooze', { id: until, name })
            onGone(null)
          }}
        />
      )
    case 'macro':
      return macro ? (
        <MacroApply macro={macro} ticket={ticket} words={words.macro} onClose={onClose} />
      ) : (
        <MacroPicker
          {...picker}
          macros={facts.macros}
          words={words.macroPick}
          onPick={(chosen) => setMacro(facts.macros.find((one) => one.id === chosen) ?? null)}
        />
      )
    case 'merge':
      return into ? (
        <TicketSure
          open
          title={fill(words.merge.title, { number, into: into.number })}
          text={words.merge.text}
          foot={words.merge.foot}
          submit={words.merge.submit}
          words={words.call}
          onClose={onClose}
          onSubmit={() =>
            run(
              () => mergeTicket({ id, into: into.id, version }),
              fill(words.merge.done, { number, into: into.number }),
              () => onGone(`/tickets/${into.number}`),
            )
          }
        />
      ) : (
        <MergePicker {...picker} tickets={facts.merge} words={words.mergePick} onPick={setInto} />
      )
    case 'split':
      return <SplitDialog {...common} parts={facts.parts} {...facts.choices} words={words.split} />
    case 'task':
      return <TaskDialog {...common} people={facts.people} words={words.task} />
    case 'gesture':
      return <GestureDialog {...common} currency={facts.currency} words={words.gesture} />
    case 'helpers':
      return <HelperPicker {...picker} ticket={ticket} teams={facts.helpers} words={words.helpers} />
    case 'askAgain':
      return (
        <TicketSure
          open
          title={words.asking.title}
          text={facts.asking.lines.map((line) => <p key={line}>{line}</p>)}
          words={words.call}
          onClose={onClose}
        />
      )
    default:
      return null
  }
}
