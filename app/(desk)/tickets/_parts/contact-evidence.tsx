'use client'
import { Check } from 'lucide-react'
import { RadioGroup } from '@/app/_ui/radio-group'
import type { TicketWords } from './ticket-words'

type ContactEvidenceProps = { evidence: string | null; error: string | undefined; words: TicketWords['resolve'] }

/** That somebody reached the customer: what the ticket already shows, or the contact that is logged with the resolution. */
export function ContactEvidence({ evidence, error, words }: ContactEvidenceProps) {
  if (evidence)
    return (
      <div className="field">
        <span className="label">{words.contact}</span>
        <p className="flex items-center gap-1.5 text-13 text-2">
          <Check className="i text-pro-fill" aria-hidden="true" />
          {evidence}
        </p>
      </div>
    )
  return (
    <RadioGroup
      name="contact"
      legend={words.contact}
      hint={words.contactHint}
      error={error}
      options={words.contacts}
      inline
    />
  )
}
