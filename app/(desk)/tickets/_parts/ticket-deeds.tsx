'use client'
import { Ellipsis } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { announce } from '@/app/_ui/live-region'
import { Menu, type MenuItem } from '@/app/_ui/menu'
import { toast } from '@/app/_ui/toast'
import { CallDialog } from './call-dialog'
import { ChangePicker } from './change-picker'
import type { Deed } from './deed'
import type { QueueWords } from './queue-words'
import { ReasonDialog } from './reason-dialog'
import { ResolveDialog, type Resolving } from './resolve-dialog'
import type { ChangeKind, Choice, Choices } from './row-view'
import type { TicketWords } from './ticket-words'
import { type Changing, useChanges } from './use-changes'
import { ask, useDeed } from './use-deed'
import { useTicketKeys } from './use-ticket-keys'

export type TicketDeedsProps = {
  ticket: Changing
  customer: { name: string; phone: string | null }
  /** What may be done now, by the ticket's state and the person's role. */
  may: Record<Deed | 'change', boolean>
  /** The step that comes next is the page's primary button. */
  primary: Deed | null
  first: Deed | null
  resolving: Resolving
  choices: Choices
  me: Choice
  around: { back: string; previous: string | null; next: string | null }
  queue: QueueWords
  words: TicketWords
}

/** What can be done on this ticket: its buttons, its keys, and the dialogs behind them. */
export function TicketDeeds({
  ticket,
  customer,
  may,
  primary,
  first,
  resolving,
  choices,
  me,
  around,
  queue,
  words,
}: TicketDeedsProps) {
  const router = useRouter()
  const changes = useChanges([ticket], queue)
  const [open, setOpen] = useState<Deed | null>(null)
  const [picking, setPicking] = useState<ChangeKind | null>(null)
  const [then, setThen] = useState<string | null>(null)
  const shown = changes.rows[0] ?? ticket
  const close = () => setOpen(null)
  const change = (kind: ChangeKind, choice: Choice | null) => changes.change([ticket], kind, choice)

  useDeed((deed) => may[deed] && setOpen(deed))
  useEffect(() => {
    if (first) ask(first)
  }, [first])
  useTicketKeys({
    words: queue,
    verbs: words.verb,
    may,
    pick: setPicking,
    takeIt: () => change('assignee', me),
    go: (href) => router.push(href),
    around,
    copy: () => copyLink(ticket.number, words),
    resolveThenNext: () => {
      setThen(around.next)
      ask('resolve')
    },
  })

  const item = (deed: Deed, danger = false): MenuItem[] =>
    may[deed] && deed !== primary ? [{ key: deed, label: words.verb[deed], danger, onSelect: () => ask(deed) }] : []
  const number = ticket.number
  return (
    <>
      <Menu
        label={words.verb.more}
        trigger={<Ellipsis className="i" aria-hidden="true" />}
        groups={[
          { items: [...item('reply'), ...item('note'), ...item('call'), ...item('resolve'), ...item('reopen')] },
          { items: [{ key: 'copy', label: words.verb.copy, hint: 'Y', onSelect: () => copyLink(number, words) }] },
          { items: item('discard', true) },
        ].filter((group) => group.items.length > 0)}
      />
      {primary ? (
        <Button variant="primary" hint={hints[primary]} onClick={() => ask(primary)}>
          {words.verb[primary]}
        </Button>
      ) : null}
      <ChangePicker
        kind={picking}
        choices={choices}
        current={shown}
        note={`#${number}`}
        words={queue}
        onClose={() => setPicking(null)}
        onPick={change}
      />
      <CallDialog
        open={open === 'call'}
        onClose={close}
        ticket={ticket}
        customer={customer.name}
        phone={customer.phone}
        words={words.call}
      />
      <ResolveDialog
        open={open === 'resolve'}
        onClose={close}
        onDone={() => {
          close()
          if (then) router.push(then)
        }}
        ticket={ticket}
        customer={customer.name}
        resolving={resolving}
        words={words.resolve}
      />
      <ReasonDialog kind="reopen" open={open === 'reopen'} onClose={close} ticket={ticket} words={words} />
      <ReasonDialog kind="discard" open={open === 'discard'} onClose={close} ticket={ticket} words={words} />
    </>
  )
}

const hints: Record<Deed, string> = { reply: 'R', note: 'N', call: 'L', resolve: 'E', reopen: '', discard: '' }

async function copyLink(number: number, words: TicketWords) {
  await navigator.clipboard.writeText(new URL(`/tickets/${number}`, window.location.href).href)
  announce(words.verb.copied)
  toast({ text: words.verb.copied })
}
