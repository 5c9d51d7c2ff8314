import type { ChangeEventHandler, ReactNode } from 'react'
import { cx } from './cx'
import { FieldHelp } from './field'

type RadioGroupProps = {
  name: string
  legend: ReactNode
  options: { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }[]
  defaultValue?: string | undefined
  hint?: ReactNode
  error?: string | undefined
  /** Side by side instead of one under the other. */
  inline?: boolean
  required?: boolean
  onChange?: ChangeEventHandler<HTMLInputElement>
}

/** One of several, native radios under one legend. */
export function RadioGroup({
  name,
  legend,
  options,
  defaultValue,
  hint,
  error,
  inline,
  required,
  onChange,
}: RadioGroupProps) {
  const described = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ')
  return (
    <fieldset className="field" aria-describedby={described || undefined} data-invalid={error ? '' : undefined}>
      <legend className="label mb-1.5">{legend}</legend>
      <div className={cx('flex', inline ? 'flex-wrap gap-x-5 gap-y-1' : 'flex-col gap-1')}>
        {options.map((one) => (
          <label key={one.value} className="choice">
            <input
              type="radio"
              className="radio"
              name={name}
              value={one.value}
              defaultChecked={one.value === defaultValue}
              disabled={one.disabled}
              required={required}
              onChange={onChange}
            />
            <span>
              {one.label}
              {one.hint ? <span className="help block">{one.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldHelp id={name} hint={hint} error={error} />
    </fieldset>
  )
}
