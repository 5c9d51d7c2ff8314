import Link from 'next/link'
import type { ReactNode } from 'react'

type Tab = { label: ReactNode; href: string; count?: number | undefined; current?: boolean }

/** Parts of one page, each with its own address. */
export const Tabs = ({ label, items }: { label: string; items: Tab[] }) => (
  <nav className="tabs" aria-label={label}>
    {items.map((tab) => (
      <Link key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined} scroll={false}>
        {tab.label}
        {tab.count === undefined ? null : <span className="num font-normal"> {tab.count}</span>}
      </Link>
    ))}
  </nav>
)
