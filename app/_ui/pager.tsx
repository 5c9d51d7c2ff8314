import { ButtonLink } from './button'

type PagerProps = {
  label: string
  previous?: { href: string; label: string } | undefined
  next?: { href: string; label: string } | undefined
  /** Where we are: "1–50 de 1,284". */
  note?: string
}

/** The page before and the page after, by cursor. */
export function Pager({ label, previous, next, note }: PagerProps) {
  if (!previous && !next) return null
  return (
    <nav aria-label={label} className="flex items-center gap-2 px-5 py-3">
      {note ? <span className="num text-12 text-3">{note}</span> : null}
      <span className="flex-1" />
      {previous ? (
        <ButtonLink size="sm" href={previous.href} rel="prev">
          {previous.label}
        </ButtonLink>
      ) : null}
      {next ? (
        <ButtonLink size="sm" href={next.href} rel="next">
          {next.label}
        </ButtonLink>
      ) : null}
    </nav>
  )
}
