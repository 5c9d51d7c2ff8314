'use client'
import { Badge } from '@/app/_ui/badge'
import { Form, type FormAnswer, Submit, useForm } from '@/app/_ui/form'
import type { DomainSaid } from './domain-words'

type DomainFormProps = { answer: FormAnswer; words: { do: string; busy: string }; offline: string }

/** "Check my domain": a button, and under it what DNS said. */
export const DomainForm = ({ answer, words, offline }: DomainFormProps) => (
  <Form answer={answer} offline={offline} className="grid gap-4">
    <Submit variant="default" busy={words.busy} className="justify-self-start">
      {words.do}
    </Submit>
    <Said />
  </Form>
)

const tones = { fine: 'ok', warn: 'soon', wrong: 'late', unknown: 'quiet' } as const

function Said() {
  const { state } = useForm()
  const said = state.made ? (JSON.parse(state.made) as DomainSaid) : null
  return (
    <div aria-live="polite">
      {said ? (
        <>
          <p className="mb-3 font-medium">{said.verdict}</p>
          <ul className="grid gap-2">
            {said.lines.map(({ level, mark, text }) => (
              <li key={text} className="grid grid-cols-[88px_minmax(0,1fr)] gap-3 text-14">
                <span>
                  <Badge tone={tones[level]}>{mark}</Badge>
                </span>
                <span className="wrap-anywhere">{text}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}
