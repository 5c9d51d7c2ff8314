'use client'
import { Check } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import type { Problem } from '@/lib/tickets/shared'
import { grammar } from './filter-edit'
import type { FieldView, FilterWords } from './filter-view'

type FilterTextProps = {
  text: string
  fields: FieldView[]
  words: FilterWords
  onGo: (text: string) => void
  onChips: () => void
}

/** The question as one line of text; what it does not understand is underlined and told. */
export function FilterText({ text, fields, words, onGo, onChips }: FilterTextProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const under = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState(text)
  const [problems, setProblems] = useState<Problem[]>([])
  useEffect(() => {
    input.current?.focus()
  }, [])
  useEffect(() => {
    let left = false
    void grammar().then(({ parseQuery }) => left || setProblems(parseQuery(typed).problems))
    return () => {
      left = true
    }
  }, [typed])
  const said = problems.map(({ word }) => words.problem.replace('{word}', word)).join(' ')
  const go = () => {
    onGo(typed.trim())
    onChips()
  }
  return (
    <div className="filter-field">
      <div className="filter-text">
        <div ref={under} className="filter-under" aria-hidden="true">
          {pieces(typed, problems).map(({ at, part, wrong }) => (wrong ? <mark key={at}>{part}</mark> : part))}
        </div>
        <input
          ref={input}
          type="text"
          className="mono"
          value={typed}
          spellCheck={false}
          autoComplete="off"
          aria-label={words.text}
          aria-invalid={problems.length > 0}
          aria-describedby={`${id}-help`}
          maxLength={2_000}
          onChange={(change) => setTyped(change.currentTarget.value)}
          onScroll={(event) => under.current?.scrollTo({ left: event.currentTarget.scrollLeft })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') go()
            if (event.key === 'Escape') onChips()
          }}
        />
      </div>
      <Button size="sm" icon={<Check className="i" aria-hidden="true" />} onClick={go}>
        {words.apply}
      </Button>
      <Button size="sm" variant="ghost" onClick={onChips}>
        {words.asChips}
      </Button>
      <p
        id={`${id}-help`}
        role="status"
        className={said ? 'basis-full text-12 text-soon' : 'basis-full text-12 text-3'}
      >
        {said ||
          `${words.textHelp} ${fields
            .map(({ name }) => name)
            .slice(0, 12)
            .join(' · ')}`}
      </p>
    </div>
  )
}

function pieces(text: string, problems: Problem[]) {
  const found: { at: number; part: string; wrong: boolean }[] = []
  let from = 0
  for (const { at, length } of [...problems].sort((a, b) => a.at - b.at)) {
    if (at < from) continue
    found.push(
      { at: from, part: text.slice(from, at), wrong: false },
      { at, part: text.slice(at, at + length), wrong: true },
    )
    from = at + length
  }
  return [...found, { at: from, part: text.slice(from), wrong: false }]
}
