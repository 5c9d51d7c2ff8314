'use client'
import { useState } from 'react'
import { Picker, type PickerOption } from '@/app/_ui/picker'
import type { Operator, Test } from '@/lib/tickets/shared'
import { ownValue } from './filter-typed'
import type { FieldView, FilterWords } from './filter-view'

type FilterBuilderProps = {
  fields: FieldView[]
  words: FilterWords
  /** The test that is changed; null for a new one. */
  test: Test | null
  onClose: () => void
  onDone: (test: Test) => void
}

type Step = { field: FieldView; operator?: Operator }

/** A test in at most three short choices: which field, how, which values. Typing finds a value at once, whatever its field. */
export function FilterBuilder({ fields, words, test, onClose, onDone }: FilterBuilderProps) {
  const begun = test && fields.find(({ name }) => name === test.field)
  const [step, setStep] = useState<Step | null>(begun ? { field: begun } : null)
  const [typed, setTyped] = useState('')
  const take = (field: FieldView, operator: Operator, values: string[]) =>
    onDone({ field: field.name, operator, values })

  if (!step)
    return (
      <Picker
        key="field"
        open
        stays
        onClose={onClose}
        label={words.field}
        none={words.none}
        onSearch={setTyped}
        options={[...fields.map(fieldOption), ...(typed ? fields.flatMap(valueOptions) : [])]}
        onPick={(picked) => {
          const [name, value] = picked.split(/\n/)
          const field = fields.find((one) => one.name === name)
          if (!field) return
          if (value !== undefined) return take(field, 'is', [value])
          return field.kind === 'flag' ? take(field, 'is', []) : setStep({ field })
        }}
      />
    )
  const { field, operator } = step
  if (!operator)
    return (
      <Picker
        key="operator"
        open
        stays
        onClose={onClose}
        label={words.operator}
        note={field.label}
        none={words.none}
        options={field.operators.map((one) => ({
          value: one,
          label: words.operators[one],
          chosen: one === test?.operator,
        }))}
        onPick={(picked) => {
          const chosen = picked as Operator
          if (chosen === 'empty' || chosen === 'set' || field.kind === 'flag') return take(field, chosen, [])
          return setStep({ field, operator: chosen })
        }}
      />
    )
  const many = field.several && (operator === 'any' || operator === 'none')
  const options = field.values.map((one) => ({ ...one, chosen: test?.values.includes(one.value) ?? false }))
  return (
    <Picker
      key="value"
      open
      stays
      onClose={onClose}
      label={operator === 'between' ? `${words.value} 3..6` : words.value}
      note={`${field.label} · ${words.operators[operator]}`}
      none={words.none}
      options={options}
      typed={(text) => ownValue(text, field, operator)}
      {...(many && {
        several: {
          chosen: test?.values ?? [],
          apply: words.apply,
          onApply: (values: string[]) => values.length > 0 && take(field, operator, values),
        },
      })}
      onPick={(picked) => take(field, operator, operator === 'between' ? picked.split('..') : [picked])}
    />
  )
}

const fieldOption = (field: FieldView): PickerOption => ({ value: field.name, label: field.label, also: field.name })
const valueOptions = (field: FieldView): PickerOption[] =>
  field.kind === 'choice'
    ? field.values.map(({ value, label }) => ({ value: `${field.name}\n${value}`, label, note: field.label }))
    : []
