'use client'
import type { ComponentProps } from 'react'
import { FieldHelp } from './field'
import { useForm } from './form'
import { TextField } from './input'
import { SelectField } from './select'
import { TextareaField } from './textarea'

/** One line of text in a Form: keeps what was typed and shows what is wrong with it. */
export function FormText(props: ComponentProps<typeof TextField>) {
  return <TextField {...props} {...useKept(props.name, props.defaultValue)} />
}

export function FormTextarea(props: ComponentProps<typeof TextareaField>) {
  return <TextareaField {...props} {...useKept(props.name, props.defaultValue)} />
}

export function FormSelect(props: ComponentProps<typeof SelectField>) {
  return <SelectField {...props} {...useKept(props.name, props.defaultValue)} />
}

type Choice = { value: string; label: string; hint?: string | undefined }
type ChecksProps = {
  name: string
  legend: string
  options: Choice[]
  defaultValue?: string[] | undefined
  hint?: string | undefined
  /** One under the other instead of flowing. */
  stacked?: boolean
}

/** Any number of several; sent as `name[]`. */
export function FormChecks({ name, legend, options, defaultValue = [], hint, stacked }: ChecksProps) {
  const { state, id } = useForm()
  const own = `${id}-${name}`
  const error = state.fields[name]
  const kept = state.values[`${name}[]`] ?? defaultValue
  const described = [error && `${own}-error`, hint && `${own}-hint`].filter(Boolean).join(' ')
  return (
    <fieldset className="field" aria-describedby={described || undefined} data-invalid={error ? '' : undefined}>
      <legend className="label mb-1.5">{legend}</legend>
      <div className={stacked ? 'grid gap-1' : 'flex flex-wrap gap-x-5 gap-y-1'}>
        {options.map((one) => (
          <label key={one.value} className="choice">
            <input
              type="checkbox"
              className="box"
              name={`${name}[]`}
              value={one.value}
              defaultChecked={kept.includes(one.value)}
            />
            <span>
              {one.label}
              {one.hint ? <span className="help block">{one.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldHelp id={own} hint={hint} error={error} />
    </fieldset>
  )
}

function useKept(name: string, fallback: ComponentProps<'input'>['defaultValue']) {
  const { state, id } = useForm()
  const kept = state.values[name]?.[0]
  const error = state.fields[name]
  return { id: `${id}-${name}`, defaultValue: kept ?? fallback, ...(error && { error }) }
}
