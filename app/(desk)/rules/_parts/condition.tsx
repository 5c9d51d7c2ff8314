import type { ReactNode } from 'react'
import { Select } from '@/app/_ui/select'

type ConditionProps = {
  field: string
  label: string
  /** What the two ways of asking are called here: "es" and "no es", "entre" and "fuera de". */
  ways: { any: string; is: string; not: string }
  /** How it stands: absent is "any". */
  how: 'any' | 'is' | 'not'
  howLabel: string
  children: ReactNode
}

/** One condition of a rule: whether it counts, and only then what it asks for. */
export const Condition = ({ field, label, ways, how, howLabel, children }: ConditionProps) => (
  <fieldset className="grid items-start gap-x-4 gap-y-2 border-line border-t py-3 tablet:grid-cols-[11rem_10rem_minmax(0,1fr)] [&:has(option[value=any]:checked)_.when-asked]:hidden">
    <legend className="sr-only">{label}</legend>
    <span className="label pt-1.5" aria-hidden="true">
      {label}
    </span>
    <Select
      name={`how.${field}`}
      aria-label={howLabel}
      defaultValue={how}
      options={[
        { value: 'any', label: ways.any },
        { value: 'is', label: ways.is },
        { value: 'not', label: ways.not },
      ]}
    />
    <div className="when-asked min-w-0">{children}</div>
  </fieldset>
)

type ChoicesProps = { name: string; options: { value: string; label: string }[]; chosen: readonly string[] }

/** Any of several, as boxes; a long list scrolls within itself. */
export const Choices = ({ name, options, chosen }: ChoicesProps) => (
  <div className="grid max-h-60 gap-x-4 overflow-y-auto rounded-2 border border-line px-3 py-2 tablet:grid-cols-2">
    {options.map((option) => (
      <label key={option.value} className="choice">
        <input
          type="checkbox"
          className="box"
          name={`${name}[]`}
          value={option.value}
          defaultChecked={chosen.includes(option.value)}
        />
        <span>{option.label}</span>
      </label>
    ))}
  </div>
)
