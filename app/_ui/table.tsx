import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

type TableProps = ComponentProps<'table'> & {
  /** What the table shows, for those who hear it. */
  label: string
  /** First and last cells without side padding: a table inside a page's column. */
  flush?: boolean
}

/** A real table; wider than the screen it scrolls within itself. */
export const Table = ({ label, flush, className, ...rest }: TableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  <section className="tbl-scroll" aria-label={label} tabIndex={0}>
    <table className={cx('tbl', flush && 'tbl-flush', className)} aria-label={label} {...rest} />
  </section>
)

type SortHeaderProps = {
  children: ReactNode
  href: string
  /** How the column is sorted now, if it is. */
  sorted?: 'ascending' | 'descending' | undefined
  end?: boolean
}

/** A column head that sorts by its link; says its state to readers and to the eye. */
export function SortHeader({ children, href, sorted, end }: SortHeaderProps) {
  const Arrow = sorted === 'descending' ? ArrowDown : ArrowUp
  return (
    <th scope="col" aria-sort={sorted} className={cx(end && 'r')}>
      <Link href={href} className="inline-flex items-center gap-1 hover:text-1" scroll={false}>
        {children}
        {sorted ? <Arrow className="i size-3" aria-hidden="true" /> : null}
      </Link>
    </th>
  )
}
