import type { ReactNode } from 'react'

type EmptyProps = {
  /** True when this is all that the page says: its title is then the page's. */
  alone?: boolean
  title: string
  text?: ReactNode
  icon?: ReactNode
  /** The next step, as a button or two. */
  children?: ReactNode
}

/** Nothing here, not found, not allowed, not loaded: a title, one sentence, the next step. No illustration. */
export const Empty = ({ alone, title, text, icon, children }: EmptyProps) => (
  <div className="state">
    {icon}
    {alone ? <h1 className="state-title">{title}</h1> : <h2 className="state-title">{title}</h2>}
    {text ? <p className="state-text">{text}</p> : null}
    {children ? <div className="state-act">{children}</div> : null}
  </div>
)
