'use client'
import { Ellipsis } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Menu, type MenuItem } from '@/app/_ui/menu'
import { toast } from '@/app/_ui/toast'
import { markTicketUnread, unwatchTicket, watchTicket } from '../deeds-actions'
import type { Deed, TicketDeed } from './deed'
import type { QueueWords } from './queue-words'
import type { Choice } from './row-view'
import type { Conflict } from './ticket-conflict'
import { type DialogFacts, TicketDialogs } from './ticket-dialogs'
import type { TicketWords } from './ticket-words'
import { useTry } from './use-answer'
import { type Changing, useChanges } from './use-changes'
import { ask, type Given, useDeed } from './use-deed'
import { type May, useTicketKeys } from './use-ticket-keys'

const TicketConflict = dynamic(() => import('./ticket-conflict').then((its) => its.TicketConflict))

export type TicketDeedsProps = {
  ticket: Changing
  /** What may be done now, by the ticket's state and the person's role. */
  may: May
  /** The step that comes next is the page's primary button. */
  primary: TicketDeed | null
  first: TicketDeed | null
  watched: boolean
  me: Choice
  around: { back: string; previous: string | null; next: string | null }
  dialogs: DialogFacts
  queue: QueueWords
  words: TicketWords
}

/** What can be done on this ticket: its buttons, its keys, and the dialogs behind them. */
export function TicketDeeds(props: TicketDeedsProps) {
  const { ticket, may, primary, first, watched, me, around, dialogs, queue, words } = props
  const router = useRouter()
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const changes = useChanges([ticket], queue, {
    onStale: ({ kind, choice }) => {
      setConflict({ kind, choice })
      router.refresh()
    },
  })
  const { run } = useTry(words.call.offline, queue.retry)
  const [open, setOpen] = useState<{ deed: Deed; given: Given; turn: number } | null>(null)
  const then = useRef<string | null>(null)
  const { number, id } = ticket
  const show = (deed: Deed, given: Given) => setOpen((before) => ({ deed, given, turn: (before?.turn ?? 0) + 1 }))
  const away = (href: string | null) => router.push(href ?? around.back)

  useDeed((deed, given) => {
    if (deed === 'tags') return may.change && show('change:tag', given)
    if (deed.startsWith('change:')) return may.change && show(deed, given)
    if (!may[deed as TicketDeed] || deed === 'reply' || deed === 'note') return
    if (deed === 'unread') {
      return run(
        () => markTicketUnread({ id }),
        null,
        () => away(around.back),
      )
    }
    if (deed === 'watch')
      return run(
        () => (watched ? unwatchTicket({ id }) : watchTicket({ id })),
        watched ? words.verb.unwatched : words.verb.watched,
      )
    show(deed, given)
  })
  useEffect(() => {
    if (first) ask(first)
  }, [first])
  useTicketKeys({
    may,
    takeIt: () => changes.change([ticket], 'assignee', me),
    go: (href) => router.push(href),
    around,
    copy: () => copyLink(number, words),
    resolveThenNext: () => {
      then.current = around.next ?? around.back
      ask('resolve')
    },
    labels: { back: words.verb.back, ...words.triage },
  })

  const item = (deed: TicketDeed, hint?: string, danger = false): MenuItem[] =>
    may[deed] && deed !== primary
      ? [{ key: deed, label: words.verb[deed], danger, onSelect: () => ask(deed), ...(hint && { hint }) }]
      : []
  const groups = [
    {
      items: [
        ...item('reply', 'R'),
        ...item('note', 'N'),
        ...item('call', 'B'),
        ...item('whatsapp'),
        ...item('resolve', 'E'),
        ...item('reopen'),
        ...item('askAgain', 'V'),
      ],
    },
    {
      items: [
        ...item('snooze', 'H'),
        ...item('macro', 'M'),
        ...item('tags', 'L'),
        ...item('task'),
        ...item('gesture'),
        ...item('helpers'),
        ...item('merge'),
        ...item('split'),
      ],
    },
    {
      items: [
        {
          key: 'watch',
          label: watched ? words.verb.unwatch : words.verb.watch,
          onSelect: () => ask('watch'),
        },
        ...item('unread', 'U'),
        { key: 'copy', label: words.verb.copy, hint: 'Y', onSelect: () => copyLink(number, words) },
        { key: 'print', label: words.verb.print, onSelect: () => window.print() },
        {
          key: 'export',
          label: words.verb.export,
          onSelect: () => window.location.assign(`/tickets/${number}/activity`),
        },
      ],
    },
    { items: item('discard', undefined, true) },
  ].filter((group) => group.items.length > 0)

  return (
    <>
      <Menu label={words.verb.more} trigger={<Ellipsis className="i" aria-hidden="true" />} groups={groups} />
      {may.snooze && !dialogs.snoozed ? (
        <Button className="max-tablet:hidden" hint="H" onClick={() => ask('snooze')}>
          {words.verb.snooze}
        </Button>
      ) : null}
      {primary ? (
        <Button variant="primary" hint={hints[primary] ?? ''} onClick={() => ask(primary)}>
          {words.verb[primary]}
        </Button>
      ) : null}
      {conflict ? (
        <TicketConflict
          {...{ conflict, ticket, queue }}
          choices={dialogs.choices}
          words={words.conflict}
          onKeep={() => setConflict(null)}
          onMine={() => {
            setConflict(null)
            changes.change([ticket], conflict.kind, conflict.choice)
          }}
        />
      ) : null}
      {open ? (
        <TicketDialogs
          key={open.turn}
          deed={open.deed}
          given={open.given}
          ticket={changes.rows[0] ?? ticket}
          facts={dialogs}
          queue={queue}
          words={words}
          onChange={(kind, choice) => changes.change([ticket], kind, choice)}
          onClose={() => setOpen(null)}
          onResolved={() => {
            setOpen(null)
            if (then.current) router.push(then.current)
            then.current = null
          }}
          onGone={away}
        />
      ) : null}
    </>
  )
}

const hints: Partial<Record<TicketDeed, string>> = { reply: 'R', call: 'B', resolve: 'E' }

async function copyLink(number: number, words: TicketWords) {
  await navigator.clipboard.writeText(new URL(`/tickets/${number}`, window.location.href).href).catch(() => null)
  toast({ text: words.verb.copied })
}
