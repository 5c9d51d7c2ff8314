'use client'
import { useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogFoot } from '@/app/_ui/dialog'
import { fill } from '@/app/_ui/fill'
import { Notice } from '@/app/_ui/notice'
import { Quotation } from '@/app/_ui/quotation'
import { toast } from '@/app/_ui/toast'
import { countRecipients } from '../bulk-actions'
import { listMacros, lookAtMacro } from '../queue-actions'
import { useMacro as runMacro } from '../work-actions'
import { type MacroChoice, MacroPicker } from './macro-picker'
import type { QueueWords } from './queue-words'
import type { RowView } from './row-view'
import type { Deeds } from './use-queue-deeds'

type MacroDialogProps = { deeds: Deeds; single: RowView | null; note: string; words: QueueWords; onClose: () => void }
type Look = Extract<Awaited<ReturnType<typeof lookAtMacro>>, { ok: true }>['value']
type Count = Extract<Awaited<ReturnType<typeof countRecipients>>, { ok: true }>['value']

/** Which macro, what it will do and to whom it will write; then it is done. What has no value blocks. */
export function MacroDialog({ deeds, single, note, words, onClose }: MacroDialogProps) {
  const { targets, bulk } = deeds
  const [macros, setMacros] = useState<MacroChoice[] | null>(null)
  const [chosen, setChosen] = useState<MacroChoice | null>(null)
  const [look, setLook] = useState<Look | null>(null)
  const [count, setCount] = useState<Count | null>(null)
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    listMacros({})
      .then((answer) => setMacros(answer.ok ? answer.value : []))
      .catch(() => setMacros([]))
  }, [])

  const pick = async (id: string) => {
    setChosen(macros?.find((one) => one.id === id) ?? null)
    if (single) {
      const answer = await lookAtMacro({ macro: id, ticket: single.id }).catch(() => null)
      if (answer?.ok) setLook(answer.value)
      else setWrong(answer ? answer.refusal.message : words.said.offline)
      return
    }
    const change = { kind: 'macro', macro: id, confirmed: false } as const
    const answer = await countRecipients({ change, ...bulk.which(targets) }).catch(() => null)
    if (answer?.ok) setCount(answer.value)
    else setWrong(answer ? answer.refusal.message : words.said.offline)
  }
  const run = async () => {
    if (!chosen || busy) return
    setBusy(true)
    if (!single) {
      const begun = await bulk.start({
        change: { kind: 'macro', macro: chosen.id, confirmed: true },
        ...bulk.which(targets),
      })
      if (begun) deeds.clear()
      return onClose()
    }
    const answer = await runMacro({ macro: chosen.id, ticket: single.id, version: look?.version }).catch(() => null)
    setBusy(false)
    if (!answer?.ok) return setWrong(answer ? answer.refusal.message : words.said.offline)
    onClose()
    if (answer.value.text) return deeds.open(single, `reply&macro=${chosen.id}`)
    const did = `${fill(words.did.macro, { name: chosen.name })}. #${single.number}.`
    toast({ text: did })
  }
  if (!chosen)
    return (
      <MacroPicker
        open={macros !== null}
        macros={macros ?? []}
        note={note}
        words={words.macro}
        onClose={() => !chosen && onClose()}
        onPick={(id) => void pick(id)}
      />
    )
  const blocked = look ? look.unresolved.length > 0 || look.blocked : false
  return (
    <Dialog open onClose={onClose} title={chosen.name} note={note} closeLabel={words.close}>
      {wrong ? <Notice kind="error">{wrong}</Notice> : null}
      {look?.unresolved.length ? (
        <Notice kind="error">{fill(words.macro.unresolved, { names: look.unresolved.join(', ') })}</Notice>
      ) : null}
      {look?.to ? <p className="text-13">{fill(words.macro.to, { name: look.to })}</p> : null}
      {look?.text ? <Quotation text={look.text} /> : null}
      {look ? <Effects lines={look.effects} words={words} /> : null}
      {count ? (
        <p className="text-14">
          {fill(words.macro.count, {
            n: count.recipients,
            total: count.total,
            suppressed: count.suppressed,
            declined: count.declined + count.unreachable,
          })}
        </p>
      ) : null}
      <DialogFoot note={look?.to || count?.recipients ? words.macro.mails : undefined}>
        <Button variant="ghost" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button variant="primary" aria-disabled={busy || blocked} onClick={() => !blocked && void run()}>
          {words.macro.run}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}

const Effects = ({ lines, words }: { lines: string[]; words: QueueWords }) => (
  <div>
    <h3 className="mb-1 text-12 text-3">{words.macro.effects}</h3>
    {lines.length === 0 ? (
      <p className="text-13 text-2">{words.macro.nothing}</p>
    ) : (
      <ul className="grid gap-1 text-13">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )}
  </div>
)
