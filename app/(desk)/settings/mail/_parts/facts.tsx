import type { ReactNode } from 'react'

/** What is known, as name and value. */
export const Facts = ({ children }: { children: ReactNode }) => <dl className="kv">{children}</dl>

export const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd className="wrap-anywhere">{children}</dd>
  </div>
)
