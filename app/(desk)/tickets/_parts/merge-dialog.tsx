'use client'
import { useEffect, useState } from 'react'
import { fill } from '@/app/_ui/fill'
import { toast } from '@/app/_ui/toast'
import { mergeTicket } from '../deeds-actions'
import { listTwins } from '../queue-actions'
import { type MergeChoice, MergePicker } from './merge-picker'
import type { QueueWords } from './queue-words'
import type { RowView } from './row-view'
import type { Deeds } from './use-queue-deeds'

type MergeDialogProps = { deeds: Deeds; single: RowView | null; words: QueueWords; onClose: () => void }

/** One ticket into another of its customer; of several selected ones, which of them stays. */
export function MergeDialog({ deeds, single, words, onClose }: MergeDialogProps) {
  const { targets, left, bulk } = deeds
  const [twins, setTwins] = useState<MergeChoice[] | null>(
    single ? null : targets.map(({ id, number, words: text, status }) => ({ id, number, text, note: status.word })),
  )
  const id = single?.id
  useEffect(() => {
    if (!id) return
    listTwins({ ticket: id })
      .then((answer) => setTwins(answer.ok ? answer.value : []))
      .catch(() => setTwins([]))
  }, [id])

  const join = async (into: MergeChoice) => {
    if (!single) {
      await bulk.start({ change: { kind: 'merge', into: into.id }, ...bulk.which(targets) })
      return deeds.clear()
    }
    const { number, version } = single
    const answer = await mergeTicket({ id: single.id, into: into.id, version }).catch(() => null)
    if (answer?.ok) return left([single.id], `${fill(words.did.merge, { name: `#${into.number}` })}. #${number}.`)
    const why = answer ? answer.refusal.message : words.said.offline
    toast({
      kind: 'error',
      text: fill(words.said.refused, { number, why }),
      action: { label: words.retry, run: () => void join(into) },
    })
  }
  return (
    <MergePicker
      open={twins !== null}
      tickets={twins ?? []}
      note={single ? `#${single.number}` : undefined}
      words={words.merge}
      onClose={onClose}
      onPick={(into) => void join(into)}
    />
  )
}
