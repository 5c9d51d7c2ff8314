import {
  Ban,
  CircleAlert,
  CloudUpload,
  Flame,
  GitMerge,
  MailX,
  Moon,
  PenLine,
  Repeat,
  RotateCcw,
  TrendingUp,
  UserRoundX,
} from 'lucide-react'
import { Avatar } from '@/app/_ui/avatar'
import { fill } from '@/app/_ui/fill'
import type { Beside } from './queue-row'
import type { QueueWords } from './queue-words'
import type { FlagKind, RowView } from './row-view'

type RowMetaProps = { row: RowView; pending: boolean; beside: readonly Beside[]; words: QueueWords }

/** The second line of a row: band, name, number, status, what one must know, who else is there. */
export function RowMeta({ row, pending, beside, words }: RowMetaProps) {
  return (
    <div className="meta">
      {row.score ? (
        <span className="band" aria-hidden="true">
          {row.score.word}
        </span>
      ) : null}
      {row.customer ? <b className="cut">{row.customer.name}</b> : null}
      <span className="num">#{row.number}</span>
      <span className="st">{row.status.word}</span>
      {pending ? (
        <span className="flag text-soon">
          <CloudUpload className="i" aria-hidden="true" />
          <span className="flag-text">{words.pending}</span>
        </span>
      ) : null}
      {beside.length > 0 ? <People beside={beside} words={words} /> : null}
      {row.flags.map((flag) => (
        <span key={flag.kind} className="flag" title={flag.text}>
          <Flag kind={flag.kind} />
          <span className="flag-text">{flag.text}</span>
        </span>
      ))}
      {row.tags.slice(0, 2).map((tag) => (
        <span key={tag} className="tag-of">
          {tag}
        </span>
      ))}
    </div>
  )
}

const most = 3

function People({ beside, words }: Pick<RowMetaProps, 'beside' | 'words'>) {
  const said = beside.map((one) => fill(one.writes ? words.beside.writes : words.beside.looks, { name: one.name }))
  return (
    <span className="beside" title={said.join(' · ')}>
      <span className="sr-only">{said.join('. ')}</span>
      {beside.slice(0, most).map((one) => (
        <span key={one.id} className="beside-one" aria-hidden="true">
          <Avatar name={one.name} />
          {one.writes ? <PenLine className="i" /> : null}
        </span>
      ))}
    </span>
  )
}

const icons = {
  again: Repeat,
  reopened: RotateCcw,
  bounced: MailX,
  noContact: Ban,
  noAddress: UserRoundX,
  escalated: TrendingUp,
  urgent: Flame,
  attention: CircleAlert,
  merged: GitMerge,
  snoozed: Moon,
} satisfies Record<FlagKind, typeof Ban>

function Flag({ kind }: { kind: FlagKind }) {
  const Icon = icons[kind]
  return <Icon className="i" aria-hidden="true" />
}
