'use client'
import { ListFilter } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Picker, type PickerOption } from '@/app/_ui/picker'
import { useShortcuts } from '@/app/_ui/shortcuts'

type FilterButtonProps = {
  label: string
  /** The heading of its key in the sheet. */
  group: string
  pick: string
  none: string
  /** Values by field; the value is the address that the choice leads to. */
  options: PickerOption[]
}

/** Every filter in one list, found by typing. */
export function FilterButton({ label, group, pick, none, options }: FilterButtonProps) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  useShortcuts([{ keys: 'f', label, group, run: () => setOpen(true) }])
  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        hint="F"
        icon={<ListFilter className="i" aria-hidden="true" />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Picker
        open={open}
        onClose={() => setOpen(false)}
        label={pick}
        none={none}
        options={options}
        onPick={(href) => router.push(href)}
      />
    </>
  )
}
