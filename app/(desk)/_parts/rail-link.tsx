'use client'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'

type RailLinkProps = { href: string; className?: string; children: ReactNode; title?: string }

/** A link of the shell that knows whether one is there. */
export function RailLink({ href, className = 'rail-link', children, title }: RailLinkProps) {
  const path = usePathname()
  const view = useSearchParams().get('view')
  return (
    <Link
      href={href}
      className={className}
      title={title}
      aria-current={isHere(href, path, view) ? 'page' : undefined}
      onClick={(click) => click.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
    >
      {children}
    </Link>
  )
}

function isHere(href: string, path: string, view: string | null) {
  const [base = '', query] = href.split('?')
  if (!query) return path === base || path.startsWith(`${base}/`)
  return path.startsWith(base) && new URLSearchParams(query).get('view') === view
}
