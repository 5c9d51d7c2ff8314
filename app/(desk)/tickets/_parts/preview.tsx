'use client'
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, ButtonLink } from '@/app/_ui/button'
import { fill } from '@/app/_ui/fill'
import { Quotation } from '@/app/_ui/quotation'
import { ScoreBadge } from '@/app/_ui/score-badge'
import { lookAhead } from './peek-cache'
import type { QueueWords } from './queue-words'
import type { RowView } from './row-view'

/** What the quick look tells beyond the row. */
export type Peek = {
  quote: { text: string; lang: string } | null
  facts: { label: string; value: string }[]
  last: { author: string; time: string; text: string } | null
}

type PreviewProps = { row: RowView; words: QueueWords; onClose: () => void }

/** A look at the ticket one stands on, without leaving the list. */
export function Preview({ row, words, onClose }: PreviewProps) {
  const [peek, setPeek] = useState<{ number: number; found: Peek | 'failed' } | null>(null)
  useEffect(() => {
    let left = false
    lookAhead(row.number, row.version)
      .then((found) => left || setPeek({ number: row.number, found }))
      .catch(() => left || setPeek({ number: row.number, found: 'failed' }))
    return () => {
      left = true
    }
  }, [row.number, row.version])
  const found = peek?.number === row.number ? peek.found : null
  return (
    <aside
      className="sticky top-[52px] hidden h-[calc(100dvh-52px)] w-[400px] flex-none overflow-y-auto border-s border-line p-5 desk:block"
      aria-label={fill(words.preview.label, { number: row.number })}
      aria-busy={found === null}
    >
      <div className="flex items-center gap-2">
        {row.score ? <ScoreBadge score={row.score.value} band={row.score.band} word={row.score.word} named /> : null}
        <span className="num flex-1 text-13 text-3">#{row.number}</span>
        <ButtonLink href={row.href} size="sm" hint="↵">
          {words.preview.open}
        </ButtonLink>
        <Button variant="ghost" size="icon" aria-label={words.close} onClick={onClose}>
          <X className="i" aria-hidden="true" />
        </Button>
      </div>
      {found === 'failed' ? <p className="mt-5 text-2">{words.preview.failed}</p> : null}
      {found && found !== 'failed' ? <Found {...found} /> : null}
    </aside>
  )
}

const Found = ({ quote, facts, last }: Peek) => (
  <div className="mt-5 grid gap-5">
    {quote ? <Quotation text={quote.text} lang={quote.lang} /> : null}
    <dl className="kv">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
    {last ? (
      <div className="border-t border-line pt-4">
        <p className="text-13">
          <b>{last.author}</b> <span className="text-12 text-3">{last.time}</span>
        </p>
        <p className="prose mt-1">{last.text}</p>
      </div>
    ) : null}
  </div>
)
