import type { ReactNode } from 'react'

type PageHeaderProps = {
  title: ReactNode
  /** Beside the title, quietly: "13 casos · 3 vencidos". */
  note?: ReactNode
  /** Above the title: where this page hangs. */
  above?: ReactNode
  /** One sentence under the title. */
  text?: ReactNode
  /** Buttons at the end. */
  children?: ReactNode
}

/** The head of a page: its only h1, what it counts, what can be done with it. */
export const PageHeader = ({ title, note, above, text, children }: PageHeaderProps) => (
  <header className="grid gap-1 px-4 py-3 tablet:px-5">
    {above}
    <div className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1">
      <h1 className="sec">{title}</h1>
      {note ? <span className="num text-13 text-3">{note}</span> : null}
      {children ? <div className="ms-auto flex flex-wrap items-center gap-2">{children}</div> : null}
    </div>
    {text ? <p className="max-w-[68ch] text-13 text-2">{text}</p> : null}
  </header>
)
