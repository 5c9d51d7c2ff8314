import { Info, MailWarning, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

type NoticeProps = {
  kind?: 'info' | 'error' | 'soon' | 'ok' | 'mail'
  children: ReactNode
  /** Buttons at the end of the line. */
  actions?: ReactNode
}

const icons = { info: Info, ok: Info, error: TriangleAlert, soon: TriangleAlert, mail: MailWarning }

/** One line that must be read before what follows. An error interrupts a screen reader, the rest do not. */
export function Notice({ kind = 'info', children, actions }: NoticeProps) {
  const Icon = icons[kind]
  return (
    <div className="banner" data-kind={kind === 'mail' ? 'error' : kind} role={kind === 'error' ? 'alert' : undefined}>
      <Icon className="i" aria-hidden="true" />
      <div className="banner-text">{children}</div>
      {actions}
    </div>
  )
}
