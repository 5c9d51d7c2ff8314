'use client'
import { useEffect, useRef, useState } from 'react'
import { type EffectKind, piecesOf, type Variable } from '@/lib/desk/shared'

type Language = 'es' | 'en'
export type PreviewWords = {
  title: string
  text: string
  empty: string
  does: string
  unknown: string
  language: string
  languages: Record<Language, string>
  effect: Record<EffectKind, string>
  examples: Record<Language, Record<Variable, string>>
}

type Seen = { texts: Record<Language, string>; effects: string[] }

/** What the macro in the form beside it would do, drawn anew with every letter; nothing is sent for it. */
export function MacroPreview({ first, words }: { first: Language; words: PreviewWords }) {
  const box = useRef<HTMLElement>(null)
  const [seen, setSeen] = useState<Seen>({ texts: { es: '', en: '' }, effects: [] })
  const [language, setLanguage] = useState<Language>(first)

  useEffect(() => {
    const form = box.current?.closest('form')
    if (!form) return
    const look = () => setSeen(readForm(form, words.effect))
    look()
    form.addEventListener('input', look)
    return () => form.removeEventListener('input', look)
  }, [words])

  const text = seen.texts[language] || seen.texts.es || seen.texts.en
  return (
    <aside ref={box} aria-label={words.title} className="grid content-start gap-3 desk:sticky desk:top-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="font-semibold text-15">{words.title}</h2>
        <p className="text-13 text-3">{words.text}</p>
      </div>
      <fieldset className="flex gap-4" aria-label={words.language}>
        {(['es', 'en'] as const).map((one) => (
          <label key={one} className="choice">
            <input
              type="radio"
              className="radio"
              name="preview-language"
              checked={language === one}
              onChange={() => setLanguage(one)}
            />
            <span>{words.languages[one]}</span>
          </label>
        ))}
      </fieldset>
      <div className="grid gap-4 rounded-3 border border-line px-4 py-3" role="status">
        {text ? <Filled text={text} words={words} language={language} /> : null}
        {seen.effects.length > 0 ? (
          <div>
            <h3 className="label mb-1.5">{words.does}</h3>
            <ol className="grid list-decimal gap-1 pl-5 text-13">
              {seen.effects.map((effect) => (
                <li key={effect}>{effect}</li>
              ))}
            </ol>
          </div>
        ) : null}
        {!text && seen.effects.length === 0 ? <p className="text-13 text-3">{words.empty}</p> : null}
      </div>
    </aside>
  )
}

function Filled({ text, words, language }: { text: string; words: PreviewWords; language: Language }) {
  return (
    <p className="whitespace-pre-wrap break-words text-14" lang={language}>
      {piecesOf(text).map((piece, at) =>
        'text' in piece ? (
          piece.text
        ) : (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name
            key={at}
            className={
              piece.known ? 'rounded-1 bg-accent-soft px-1 text-accent' : 'rounded-1 bg-late-soft px-1 text-late'
            }
            title={piece.known ? undefined : words.unknown}
          >
            {piece.known ? words.examples[language][piece.known] : `{{${piece.variable}}} · ${words.unknown}`}
          </span>
        ),
      )}
    </p>
  )
}

function readForm(form: HTMLFormElement, effect: Record<EffectKind, string>): Seen {
  const text = (name: string) => String(new FormData(form).get(name) ?? '').trim()
  const chosen = (name: string) => {
    const field = form.elements.namedItem(name)
    return field instanceof HTMLSelectElement && field.value ? (field.selectedOptions[0]?.text ?? null) : null
  }
  const say = (kind: EffectKind, name: string | null) => (name === null ? [] : [effect[kind].replace('{name}', name)])
  const tags = (name: string) =>
    text(name)
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean)
  const replies = { es: text('reply.es'), en: text('reply.en') }
  const noted = text('note.es') || text('note.en')
  return {
    texts: replies,
    effects: [
      ...(['team', 'touchpoint', 'assignee', 'priority', 'rootCause'] as const).flatMap((kind) =>
        say(kind, chosen(kind)),
      ),
      ...(['tagsAdd', 'tagsRemove'] as const).flatMap((kind) => tags(kind).flatMap((tag) => say(kind, tag))),
      ...(noted ? [effect.note] : []),
      ...(replies.es || replies.en ? [effect[(text('way') || 'write') as EffectKind]] : []),
      ...say('status', chosen('status')),
      ...say('snooze', chosen('snoozeHours')),
    ],
  }
}
