'use client'
import { Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/app/_ui/button'
import type { Deed } from './deed'
import { ask } from './use-deed'

/** A property that is changed where it stands: by a press here or by its key. */
export const SideEdit = ({ deed, label, children }: { deed: Deed; label: string; children: ReactNode }) => (
  <button type="button" className="side-edit" aria-label={label} aria-haspopup="dialog" onClick={() => ask(deed)}>
    <span className="min-w-0 flex-1">{children}</span>
    <Pencil className="i" aria-hidden="true" />
  </button>
)

/** Something to do in the side panel, in a word or two. */
export const SideDeed = ({ deed, children }: { deed: Deed; children: ReactNode }) => (
  <Button variant="ghost" size="sm" className="side-deed" onClick={() => ask(deed)}>
    {children}
  </Button>
)

/** What can be done about a notice. */
export const NoticeDeed = ({ deed, children }: { deed: Deed; children: ReactNode }) => (
  <button type="button" className="link" onClick={() => ask(deed)}>
    {children}
  </button>
)

/** A chat in a tab of its own; how it ended is asked here meanwhile. */
export const ChatLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <a className="link" href={href} target="_blank" rel="noreferrer" onClick={() => ask('whatsapp')}>
    {children}
  </a>
)
