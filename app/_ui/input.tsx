import type { ComponentProps } from 'react'
import { cx } from './cx'
import { Field, type FieldLabels } from './field'

/** The bare control; give it a label by other means. */
export const Input = ({ className, ...rest }: ComponentProps<'input'>) => (
  <input className={cx('input', className)} {...rest} />
)

type TextFieldProps = FieldLabels & ComponentProps<'input'> & { name: string }

/** One line of text with label, hint and error. `id` is the name unless given. */
export function TextField({ label, hint, error, id, ...rest }: TextFieldProps) {
  return (
    <Field id={id ?? rest.name} label={label} hint={hint} error={error}>
      {(aria) => <Input {...rest} {...aria} />}
    </Field>
  )
}
