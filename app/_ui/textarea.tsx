import type { ComponentProps } from 'react'
import { cx } from './cx'
import { Field, type FieldLabels } from './field'

export const Textarea = ({ className, ...rest }: ComponentProps<'textarea'>) => (
  <textarea className={cx('input', className)} {...rest} />
)

type TextareaFieldProps = FieldLabels & ComponentProps<'textarea'> & { name: string }

/** Several lines of text with label, hint and error; grows with what is typed. */
export function TextareaField({ label, hint, error, id, ...rest }: TextareaFieldProps) {
  return (
    <Field id={id ?? rest.name} label={label} hint={hint} error={error}>
      {(aria) => <Textarea {...rest} {...aria} />}
    </Field>
  )
}
