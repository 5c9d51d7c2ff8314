'use client'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'
import { LinkGoing } from './going'

type RailLinkProps = { href: string; className?: string; children: ReactNode; title?: string }

/** A link of the shell that knows whether one is there. */
export function RailLink({ href, className = 'rail-link', children, title }: RailLinkProps) {
  const path = usePathname()
  const search = useSearchParams()
  return (
    <Link
      href={href}
      className={className}
      title={title}
      aria-current={isHere(href, path, search) ? 'page' : undefined}
      onClick={(click) => click.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
    >
      {children}
      <LinkGoing />
    </Link>
  )
}

// A ticket belongs to the view it was opened from; everything else to its section.
function isHere(href: string, path: string, search: URLSearchParams) {
  const [base = '', query] = href.split('?')
  if (!query) return path === base || path.startsWith(`${base}/`)
  const from =
    path === base ? search : path.startsWith(`${base}/`) ? new URLSearchParams(search.get('from')?.split('?')[1]) : null
  return from !== null && [...new URLSearchParams(query)].every(([name, value]) => from.get(name) === value)
}
