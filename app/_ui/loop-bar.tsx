import type { Band } from './band'
import { cx } from './cx'
import { ScoreBadge, ScoreTip } from './score-badge'

export type LoopStep = {
  /** `stop`: the loop ended early here, and the label says why. */
  state: 'done' | 'now' | 'next' | 'stop'
  /** "Contacto" */
  label: string
  /** Who and when: "Mariana, mié 18, 09:40". */
  detail?: string | undefined
  /** The first and the last step carry their score once it is known. */
  score?: { value: number; band: Band; word: string } | undefined
}

type LoopBarProps = {
  /** `l` ticket · `m` the customer's page, upright · `s` letter and report · `xs` row, words for readers only. */
  size: 'l' | 'm' | 's' | 'xs'
  /** For those who hear it: "Ciclo: paso 3 de 5". */
  label: string
  /** Response, contact, solution, asked again, verdict. */
  steps: LoopStep[]
}

/** The product's signature: the five steps of the loop, one markup at four sizes. An open loop is visibly open. */
export function LoopBar({ size, label, steps }: LoopBarProps) {
  return (
    <ol className={`loop loop-${size}`} aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.label}
          data-s={step.state}
          className={cx(step.score && 'ends')}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          {step.score ? (
            <span className="end">
              <End size={size} {...step.score} />
            </span>
          ) : null}
          <span className="lb">{step.label}</span>
          {step.detail ? <span className="wh">{step.detail}</span> : null}
        </li>
      ))}
    </ol>
  )
}

function End({ size, value, band, word }: { size: LoopBarProps['size'] } & NonNullable<LoopStep['score']>) {
  if (size === 'xs') return <ScoreTip band={band} />
  return <ScoreBadge score={value} band={band} word={word} size={size === 's' ? 'sm' : 'md'} />
}
