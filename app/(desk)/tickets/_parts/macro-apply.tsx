'use client'
import { Check, Mail } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogFoot } from '@/app/_ui/dialog'
import { fill } from '@/app/_ui/fill'
import { Notice } from '@/app/_ui/notice'
import { Textarea } from '@/app/_ui/textarea'
import type { EffectKind } from '@/lib/desk/shared'
import { useMacro as applyMacro, macroPreview } from '../work-actions'
import type { MacroChoice } from './macro-picker'
import { useTry } from './use-answer'
import { ask } from './use-deed'

export type MacroWords = {
  effects: Record<EffectKind, string>
  none: string
  words: string
  head: string
  to: string
  suppressed: string
  unresolved: string
  apply: string
  insert: string
  busy: string
  done: string
  loading: string
  offline: string
  cancel: string
  close: string
}

type Preview = Extract<Awaited<ReturnType<typeof macroPreview>>, { ok: true }>['value']
type MacroApplyProps = {
  macro: MacroChoice
  ticket: { id: string; number: number }
  words: MacroWords
  onClose: () => void
}

const hold = 10

/** What a macro would do to this ticket, before it does it: the words with their variables, the letter, every side effect. */
export function MacroApply({ macro, ticket, words, onClose }: MacroApplyProps) {
  const [preview, setPreview] = useState<Preview | null>(null)
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const { busy, run } = useTry(words.offline)
  const { id } = ticket

  useEffect(() => {
    let gone = false
    void macroPreview({ macro: macro.id, ticket: id })
      .catch(() => null)
      .then((result) => {
        if (gone) return
        if (!result?.ok) return setWrong(result?.refusal.message ?? words.offline)
        setPreview(result.value)
        setText(result.value.text ?? '')
      })
    return () => {
      gone = true
    }
  }, [macro.id, id, words.offline])

  const writes = preview?.effects.some(({ kind }) => kind === 'write') ?? false
  const missing = text.match(/\{\{[^{}]*\}\}/g) ?? []
  const lacking = missing.length > 0 ? fill(words.unresolved, { names: missing.join(', ') }) : null
  const apply = () => {
    // What goes to the composer may be finished there; what leaves at once may not.
    if (lacking && !writes) return setWrong(lacking)
    run(
      () => applyMacro({ macro: macro.id, ticket: id, version: preview?.version, hold, ...(text && { text }) }),
      writes ? null : fill(words.done, { name: macro.name, number: ticket.number }),
      (value) => {
        onClose()
        if (value.text) ask('reply', { text: value.text })
      },
    )
  }

  return (
    <Dialog open onClose={onClose} title={macro.name} note={`#${ticket.number}`} closeLabel={words.close}>
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        {wrong ? <Notice kind="error">{wrong}</Notice> : null}
        {!preview && !wrong ? <p className="text-3">{words.loading}</p> : null}
        {preview?.text ? (
          <div className="field">
            <label className="label" htmlFor="macro-text">
              {words.words}
            </label>
            <Textarea
              id="macro-text"
              rows={5}
              value={text}
              onChange={(change) => setText(change.currentTarget.value)}
            />
            {lacking ? <p className="help err">{lacking}</p> : null}
          </div>
        ) : null}
        {preview?.to ? (
          <p className="flex items-center gap-2 text-13">
            <Mail className="i" aria-hidden="true" />
            {fill(words.to, { address: preview.to.address })}
          </p>
        ) : null}
        {preview?.suppressed ? <Notice kind="soon">{words.suppressed}</Notice> : null}
        {preview ? <Effects effects={preview.effects} words={words} /> : null}
        {preview?.blocked ? <Notice kind="error">{preview.blocked.message}</Notice> : null}
        <DialogFoot>
          <Button variant="ghost" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" variant="primary" aria-disabled={busy || !preview}>
            {busy ? words.busy : writes ? words.insert : words.apply}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

function Effects({ effects, words }: { effects: Preview['effects']; words: MacroWords }) {
  const real = effects.filter(({ changes }) => changes)
  return (
    <section>
      <h3 className="label mb-1.5">{words.head}</h3>
      <ul className="grid gap-1 text-13">
        {real.map((effect) => (
          <li key={`${effect.kind}-${effect.value}`} className="flex gap-2">
            <Check className="i" aria-hidden="true" />
            {fill(words.effects[effect.kind], { name: effect.name ?? effect.value ?? '' })}
          </li>
        ))}
        {real.length === 0 ? <li className="text-3">{words.none}</li> : null}
      </ul>
    </section>
  )
}
