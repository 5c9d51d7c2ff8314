'use client'
import * as Radix from 'radix-ui/popover'
import type { ReactNode } from 'react'

type PopoverProps = { trigger: ReactNode; label: string; children: ReactNode; align?: 'start' | 'end' }

/** An explanation or a small choice beside its button. `trigger` is a Button. */
export const Popover = ({ trigger, label, children, align = 'start' }: PopoverProps) => (
  <Radix.Root>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content className="popover float" aria-label={label} align={align} sideOffset={4} collisionPadding={8}>
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
)
