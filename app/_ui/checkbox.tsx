import type { ComponentProps, ReactNode } from 'react'
import { FieldHelp, fieldAria } from './field'

type CheckboxProps = ComponentProps<'input'> & { name: string; label: ReactNode; hint?: ReactNode; error?: string }

/** A yes or no that is sent with the form. */
export function Checkbox({ label, hint, error, id, ...rest }: CheckboxProps) {
  const own = id ?? rest.name
  return (
    <div className="field">
      <label className="choice" htmlFor={own}>
        <input type="checkbox" className="box" {...rest} {...fieldAria(own, { hint, error })} />
        <span>{label}</span>
      </label>
      <FieldHelp id={own} hint={hint} error={error} />
    </div>
  )
}

/** A yes or no that takes effect at once. */
export function Switch({ label, hint, id, ...rest }: Omit<CheckboxProps, 'error'>) {
  const own = id ?? rest.name
  return (
    <div className="field">
      <label className="choice" htmlFor={own}>
        {/* biome-ignore lint/a11y/useAriaPropsForRole: the native checkbox says whether it is on */}
        <input type="checkbox" role="switch" className="switch" {...rest} {...fieldAria(own, { hint })} />
        <span>{label}</span>
      </label>
      <FieldHelp id={own} hint={hint} />
    </div>
  )
}
