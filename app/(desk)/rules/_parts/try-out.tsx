'use client'
import { useRef, useState, useTransition } from 'react'
import { Button } from '@/app/_ui/button'
import { ScoreBadge } from '@/app/_ui/score-badge'
import { toast } from '@/app/_ui/toast'
import { tryRule } from '../actions'

type Tried = NonNullable<Extract<Awaited<ReturnType<typeof tryRule>>, { ok: true }>['value']>
type TryOutProps = {
  words: Record<'button' | 'busy' | 'title' | 'none' | 'examples' | 'noWords' | 'offline', string>
}

/** Asks which of the last answers the conditions, as they stand in the form, would catch; stores nothing. */
export function TryOut({ words }: TryOutProps) {
  const [tried, setTried] = useState<Tried | null>(null)
  const [pending, start] = useTransition()
  const box = useRef<HTMLElement>(null)

  const run = () =>
    start(async () => {
      const form = box.current?.closest('form')
      const result = form && (await tryRule(new FormData(form)).catch(() => null))
      if (!result) toast({ kind: 'error', text: words.offline })
      else if (result.ok) setTried(result.value)
      else toast({ kind: 'error', text: result.refusal.message })
    })

  return (
    <section ref={box} className="grid justify-items-start gap-3">
      <Button onClick={run} aria-disabled={pending}>
        {pending ? words.busy : words.button}
      </Button>
      <div role="status" className="w-full">
        {tried ? <Result tried={tried} words={words} /> : null}
      </div>
    </section>
  )
}

function Result({ tried, words }: { tried: Tried; words: TryOutProps['words'] }) {
  if (!tried.sentence) return <p className="text-13 text-2">{words.none}</p>
  return (
    <div className="rounded-3 border border-line px-4 py-3">
      <h3 className="text-14 font-semibold">{words.title}</h3>
      <p className="num text-14">{tried.sentence}</p>
      {tried.examples.length > 0 ? (
        <>
          <h4 className="mt-3 mb-1 text-12 text-3">{words.examples}</h4>
          <ul className="grid gap-1.5">
            {tried.examples.map((one) => (
              <li key={one.id} className="flex items-start gap-2 text-13">
                <ScoreBadge score={one.score} band={one.category} word={one.band} size="sm" />
                <span className="min-w-0 flex-1">{one.said || words.noWords}</span>
                <span className="num whitespace-nowrap text-12 text-3">{one.when}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}
