import { ArrowLeft, ChevronDown, ChevronUp, PanelRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Chip } from '@/app/_ui/chip'
import { Clock } from '@/app/_ui/clock'
import { Popover } from '@/app/_ui/popover'
import type { SideClock } from './side'
import { TicketNumber } from './ticket-number'

export type HeadView = {
  title: string
  number: number
  status: string
  /** Owner and team. */
  who: string
  /** Beside the status: "Reabierto", "Urgente". */
  badges: string[]
  /** The clock that is due next; its explanation opens from it. */
  clock: { view: SideClock; chip: string; title: string; lines: string[] } | null
  back: { href: string; label: string }
  position: string | null
  previous: { href: string | null; label: string }
  next: { href: string | null; label: string }
  words: { copy: string; copied: string; details: string }
}

type TicketHeadProps = { head: HeadView; presence: ReactNode; children: ReactNode }

/** The head of a ticket: the way back, where one is in the view, what it is called, who is here, what comes next. */
export function TicketHead({ head, presence, children }: TicketHeadProps) {
  return (
    <header className="ticket-head">
      <div className="-ms-2 flex items-center gap-1">
        <Link className="btn btn-ghost btn-sm min-w-0" href={head.back.href}>
          <ArrowLeft className="i" aria-hidden="true" />
          <span className="cut">{head.back.label}</span>
        </Link>
        {head.position ? <span className="num ms-1 text-13 whitespace-nowrap text-3">{head.position}</span> : null}
        <Step {...head.previous} icon={<ChevronUp className="i" aria-hidden="true" />} rel="prev" />
        <Step {...head.next} icon={<ChevronDown className="i" aria-hidden="true" />} rel="next" />
        <span className="ms-auto flex items-center gap-2">
          {presence}
          <button type="button" className="btn btn-ghost btn-sm details-button" popoverTarget="details">
            <PanelRight className="i" aria-hidden="true" />
            {head.words.details}
          </button>
        </span>
      </div>
      <div className="ticket-title">
        <h1 className="cut">{head.title}</h1>
        <TicketNumber number={head.number} words={head.words} />
        <Chip className="max-tablet:hidden">{head.status}</Chip>
        {head.badges.map((badge) => (
          <Chip key={badge} line className="max-tablet:hidden">
            {badge}
          </Chip>
        ))}
        {head.clock && head.clock.view.state !== 'met' && head.clock.view.state !== 'missed' ? (
          <Popover
            label={head.clock.title}
            triggerClass="rounded-1"
            trigger={<Clock chip state={head.clock.view.state} text={head.clock.chip} share={head.clock.view.share} />}
          >
            <h2 className="mb-2 font-semibold">{head.clock.title}</h2>
            {head.clock.lines.map((line) => (
              <p key={line} className="mt-1 text-2">
                {line}
              </p>
            ))}
          </Popover>
        ) : null}
        <span className="ticket-who cut text-13 text-3">{head.who}</span>
        <span className="ms-auto flex flex-none items-center gap-2">{children}</span>
      </div>
    </header>
  )
}

function Step({ href, label, icon, rel }: { href: string | null; label: string; icon: ReactNode; rel: string }) {
  if (!href) return null
  return (
    <Link className="btn btn-ghost btn-icon" href={href} rel={rel} aria-label={label} title={label} prefetch>
      {icon}
    </Link>
  )
}
