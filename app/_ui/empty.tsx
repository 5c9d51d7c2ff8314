import type { ReactNode } from 'react'

type EmptyProps = {
  title: string
  text?: ReactNode
  icon?: ReactNode
  /** The next step, as a button or two. */
  children?: ReactNode
}

/** Nothing here, not found, not allowed, not loaded: a title, one sentence, the next step. No illustration. */
export const Empty = ({ title, text, icon, children }: EmptyProps) => (
  <div className="state">
    {icon}
    <h2 className="state-title">{title}</h2>
    {text ? <p className="state-text">{text}</p> : null}
    {children ? <div className="state-act">{children}</div> : null}
  </div>
)
