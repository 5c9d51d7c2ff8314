'use client'
import type { ReactNode } from 'react'
import { Button } from '@/app/_ui/button'
import type { DeedName } from '@/app/_ui/deeds'
import { useKeyHint } from '@/app/_ui/shortcuts'

type DeedProps = { deed: DeedName; icon: ReactNode; onClick: () => void; children: string }

/** One deed of the bar, with its key. */
export function BulkDeed({ deed, icon, onClick, children }: DeedProps) {
  const hint = useKeyHint(deed)
  return (
    <Button
      variant="ghost"
      size="sm"
      icon={icon}
      title={hint ? `${children} (${hint})` : children}
      className="bulk-deed"
      {...(hint && { hint })}
      onClick={onClick}
    >
      <span className="bulk-word">{children}</span>
    </Button>
  )
}
