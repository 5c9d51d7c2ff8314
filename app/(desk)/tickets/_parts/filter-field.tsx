'use client'
import { ListFilter, Search, TextCursorInput } from 'lucide-react'
import { Fragment, useEffect, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { useKeyHint, useShortcuts } from '@/app/_ui/shortcuts'
import type { Query, Test } from '@/lib/tickets/shared'
import { useGo } from '../../_parts/going'
import { chipWords } from './chip-words'
import { FilterBuilder } from './filter-builder'
import { beside, FilterChip } from './filter-chip'
import { grammar, replaced, type Spot, testAt, widened } from './filter-edit'
import { FilterText } from './filter-text'
import type { FieldView, FilterWords } from './filter-view'

type FilterFieldProps = {
  query: Query
  /** The same as text. */
  text: string
  problems: string[]
  fields: FieldView[]
  words: FilterWords
  /** The address with `q` left open: "{q}" is filled here. */
  href: string
  /** One came to search. */
  searches: boolean
}

type Building = { spot: Spot | null; widens: number | null }

/** What narrows the view: chips and words in one field, or the same as one line of text. */
export function FilterField({ query, text, problems, fields, words, href, searches }: FilterFieldProps) {
  const visit = useGo()
  const input = useRef<HTMLInputElement>(null)
  const [building, setBuilding] = useState<Building | null>(null)
  const [writes, setWrites] = useState(false)
  const hint = useKeyHint('filter')
  useShortcuts([
    { deed: 'filter', run: () => setBuilding({ spot: null, widens: null }) },
    { deed: 'search', run: () => (writes ? setWrites(true) : input.current?.select()) },
  ])
  useEffect(() => {
    if (searches) input.current?.focus()
  }, [searches])
  useEffect(() => {
    if (input.current) input.current.value = query.words
  }, [query.words])

  const goTo = (next: string) =>
    visit(href.replace('{q}', encodeURIComponent(next).replaceAll('%3A', ':').replaceAll('%2C', ',')), 'stays')
  const go = async (next: Query) => goTo((await grammar()).printQuery(next))
  const search = async () => {
    const { parseQuery, printQuery } = await grammar()
    const typed = input.current?.value ?? ''
    goTo(printQuery(parseQuery(`${printQuery({ ...query, words: '' })} ${typed}`.trim()).query))
  }
  const done = async (test: Test) => {
    const { spot, widens } = building ?? { spot: null, widens: null }
    setBuilding(null)
    if (spot) return go(replaced(query, spot, test))
    if (widens !== null) return go(widened(query, widens, test))
    const { withTest } = await grammar()
    return go(withTest(query, test))
  }
  const edited = building?.spot ? (testAt(query, building.spot) ?? null) : null
  const chip = (test: Test, spot: Spot) => (
    <FilterChip
      {...chipWords(test, fields, words)}
      words={words}
      onEdit={() => setBuilding({ spot, widens: null })}
      onWiden={() => setBuilding({ spot: null, widens: spot.part })}
      onRemove={() => void go(replaced(query, spot, null))}
    />
  )
  if (writes)
    return <FilterText text={text} fields={fields} words={words} onGo={goTo} onChips={() => setWrites(false)} />
  return (
    // biome-ignore lint/a11y/useSemanticElements: chips, buttons and one input under one name are no fieldset
    <div className="filter-field" role="group" aria-label={words.field} data-stops="">
      <Button
        variant="ghost"
        size="sm"
        icon={<ListFilter className="i" aria-hidden="true" />}
        aria-haspopup="dialog"
        {...(hint && { hint })}
        onClick={() => setBuilding({ spot: null, widens: null })}
      >
        {words.add}
      </Button>
      {query.parts.length > 1 ? (
        <button
          type="button"
          className="chip chip-join"
          title={words.join}
          onClick={() => void go({ ...query, join: query.join === 'and' ? 'or' : 'and' })}
        >
          {query.join === 'and' ? words.all : words.some}
        </button>
      ) : null}
      {query.parts.map((part, at) =>
        'tests' in part ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name than its place
          <span key={at} className="chip-group">
            {part.tests.map((test, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor has a test
              <Fragment key={place}>
                {place > 0 ? <span className="text-12 text-3">{part.join === 'or' ? words.or : words.and}</span> : null}
                {chip(test, { part: at, test: place })}
              </Fragment>
            ))}
          </span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name than its place
          <Fragment key={at}>{chip(part, { part: at, test: 0 })}</Fragment>
        ),
      )}
      {query.parts.length > 0 ? (
        <button type="button" className="text-12 text-2 hover:underline" onClick={() => goTo('')}>
          {words.clear}
        </button>
      ) : null}
      <Button
        variant="ghost"
        size="icon"
        aria-label={words.asText}
        title={words.asText}
        onClick={() => setWrites(true)}
      >
        <TextCursorInput className="i" aria-hidden="true" />
      </Button>
      <search className="search">
        <Search className="i" aria-hidden="true" />
        <input
          ref={input}
          type="search"
          data-stop=""
          defaultValue={query.words}
          aria-label={words.search}
          placeholder={words.hint}
          maxLength={300}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur()
            if (event.key === 'Enter') void search()
            if (event.key === 'Backspace' && event.currentTarget.value === '') beside(event.currentTarget, -1)?.focus()
          }}
        />
      </search>
      {problems.length > 0 ? (
        <p role="alert" className="basis-full text-12 text-soon">
          {problems.join(' ')}
        </p>
      ) : null}
      {building ? (
        <FilterBuilder
          fields={fields}
          words={words}
          test={edited}
          onClose={() => setBuilding(null)}
          onDone={(test) => void done(test)}
        />
      ) : null}
    </div>
  )
}
