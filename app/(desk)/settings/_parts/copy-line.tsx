'use client'
import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'

type CopyLineProps = { label: string; value: string; hint: string; words: { copy: string; copied: string } }

/** Something that is shown once and must be taken along: selected by a touch, copied by a button. */
export function CopyLine({ label, value, hint, words }: CopyLineProps) {
  const input = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    input.current?.select()
    await navigator.clipboard?.writeText(value).catch(() => undefined)
    setCopied(true)
  }
  return (
    <div className="field">
      <label className="label" htmlFor="copy-line">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          ref={input}
          id="copy-line"
          className="input font-mono"
          readOnly
          value={value}
          aria-describedby="copy-line-hint"
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          onClick={copy}
          icon={copied ? <Check className="i" aria-hidden="true" /> : <Copy className="i" aria-hidden="true" />}
        >
          <span aria-live="polite">{copied ? words.copied : words.copy}</span>
        </Button>
      </div>
      <p className="help" id="copy-line-hint">
        {hint}
      </p>
    </div>
  )
}
