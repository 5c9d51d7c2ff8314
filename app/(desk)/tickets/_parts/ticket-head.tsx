import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Chip } from '@/app/_ui/chip'
import { Clock } from '@/app/_ui/clock'
import { Popover } from '@/app/_ui/popover'
import type { SideClock } from './side'

export type HeadView = {
  title: string
  number: number
  status: string
  /** Beside the status: "Reabierto", "Urgente". */
  badges: string[]
  /** The clock that is due next; its explanation opens from it. */
  clock: { view: SideClock; chip: string; title: string; lines: string[] } | null
  back: { href: string; label: string }
  position: string | null
  previous: { href: string | null; label: string }
  next: { href: string | null; label: string }
}

/** The head of a ticket: the way back, where one is in the view, what it is called, what comes next. */
export function TicketHead({ head, children }: { head: HeadView; children: ReactNode }) {
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
      </div>
      <div className="ticket-title">
        <h1 className="cut">{head.title}</h1>
        <span className="num text-3">#{head.number}</span>
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
        <span className="ms-auto flex flex-none items-center gap-2">{children}</span>
      </div>
    </header>
  )
}

function Step({ href, label, icon, rel }: { href: string | null; label: string; icon: ReactNode; rel: string }) {
  if (!href) return null
  return (
    <Link className="btn btn-ghost btn-icon" href={href} rel={rel} aria-label={label} title={label}>
      {icon}
    </Link>
  )
}
