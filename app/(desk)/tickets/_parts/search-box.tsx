'use client'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { Kbd } from '@/app/_ui/kbd'
import { useShortcuts } from '@/app/_ui/shortcuts'

type SearchBoxProps = {
  query: string | null
  /** What else the address says, sent along. */
  hidden: [string, string][]
  label: string
  /** The heading of its key in the sheet. */
  group: string
  hint: string
}

/** Looks for words in the view; a plain form, so Enter works before any script does. */
export function SearchBox({ query, hidden, label, group, hint }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  const router = useRouter()
  useShortcuts([{ keys: '/', label, group, run: () => input.current?.select() }])
  useEffect(() => {
    if (query === '') input.current?.focus()
  }, [query])
  return (
    <search>
      <form
        action="/tickets"
        className="search"
        onSubmit={(event) => {
          event.preventDefault()
          const fields = new FormData(event.currentTarget)
          router.push(`/tickets?${new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]))}`)
        }}
      >
        <Search className="i" aria-hidden="true" />
        {hidden.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input
          ref={input}
          type="search"
          name="q"
          defaultValue={query ?? ''}
          aria-label={label}
          placeholder={hint}
          maxLength={200}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        <Kbd>/</Kbd>
      </form>
    </search>
  )
}
