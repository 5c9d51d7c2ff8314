import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cx } from './cx'
import { Field, type FieldLabels } from './field'

export type Option = { value: string; label: string; disabled?: boolean }
export type OptionGroup = { label: string; options: Option[] }

type SelectProps = ComponentProps<'select'> & {
  options: (Option | OptionGroup)[]
  /** An empty first choice, in words: "Elija una causa". */
  placeholder?: string
}

/** The browser's own list: works without JavaScript, on every phone and for every reader. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  return (
    <span className="select">
      <select className={cx('input', className)} {...rest}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((one) =>
          'options' in one ? (
            <optgroup key={one.label} label={one.label}>
              {one.options.map(choice)}
            </optgroup>
          ) : (
            choice(one)
          ),
        )}
      </select>
      <ChevronDown className="i" aria-hidden="true" />
    </span>
  )
}

/** A select with label, hint and error. */
export function SelectField({ label, hint, error, id, ...rest }: FieldLabels & SelectProps & { name: string }) {
  return (
    <Field id={id ?? rest.name} label={label} hint={hint} error={error}>
      {(aria) => <Select {...rest} {...aria} />}
    </Field>
  )
}

const choice = ({ value, label, disabled }: Option) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
)
