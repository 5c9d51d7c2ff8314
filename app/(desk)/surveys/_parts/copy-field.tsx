'use client'
import { useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Input } from '@/app/_ui/input'

type Props = { label: string; text: string; name: string; words: { copy: string; copied: string } }

/** A line to take along: it can be copied by its button, or by hand. */
export function CopyField({ label, text, name, words }: Props) {
  const id = useId()
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="flex gap-2">
        <Input id={id} readOnly value={text} onFocus={(event) => event.currentTarget.select()} />
        <Button aria-label={copied ? `${words.copied}: ${label}` : name} onClick={copy} onBlur={() => setCopied(false)}>
          {copied ? words.copied : words.copy}
        </Button>
      </div>
    </div>
  )
}
