'use client'
import { toast } from '@/app/_ui/toast'

/** The ticket's number, to be copied by a press. */
export function TicketNumber({ number, words }: { number: number; words: { copy: string; copied: string } }) {
  const copy = async () => {
    await navigator.clipboard.writeText(`#${number}`).catch(() => null)
    toast({ text: `#${number}: ${words.copied}` })
  }
  return (
    <button type="button" className="tool num text-3" aria-label={words.copy} title={words.copy} onClick={copy}>
      #{number}
    </button>
  )
}
