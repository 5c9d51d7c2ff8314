'use client'
import { fill } from '@/app/_ui/fill'
import { Picker } from '@/app/_ui/picker'
import { toast } from '@/app/_ui/toast'
import { discardTicket } from '../actions'
import type { QueueWords } from './queue-words'
import type { RowView } from './row-view'
import type { Deeds } from './use-queue-deeds'

type DiscardPickerProps = {
  open: boolean
  deeds: Deeds
  single: RowView | null
  note: string
  words: QueueWords
  onClose: () => void
}

/** Why a ticket is closed without anybody having been contacted; there is no way without a reason. */
export function DiscardPicker({ open, deeds, single, note, words, onClose }: DiscardPickerProps) {
  const discard = async (reason: string) => {
    if (!single) {
      await deeds.bulk.start({
        change: { kind: 'status', value: 'discarded', reason },
        ...deeds.bulk.which(deeds.targets),
      })
      return deeds.clear()
    }
    const { id, version, number } = single
    const form = { id, version, reason: reason as 'bot' }
    const answer = await discardTicket(form).catch(() => null)
    if (answer?.ok) return deeds.left([id], `${fill(words.did.discard, {})}. #${number}.`)
    const why = answer ? answer.refusal.message : words.said.offline
    toast({
      kind: 'error',
      text: fill(words.said.refused, { number, why }),
      action: { label: words.retry, run: () => void discard(reason) },
    })
  }
  return (
    <Picker
      open={open}
      onClose={onClose}
      label={words.discard.label}
      none={words.none}
      note={note}
      options={words.discard.reasons.map(({ value, label }) => ({ value, label }))}
      onPick={(reason) => void discard(reason)}
    />
  )
}
