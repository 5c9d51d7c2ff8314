import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

export type FieldLabels = {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong with it, in words; ties itself to the control. */
  error?: string | undefined
}

export type FieldAria = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

type FieldProps = FieldLabels & { id: string; children: (aria: FieldAria) => ReactNode }

/** Label, control, hint and error, tied together. The control takes what `children` is called with. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {children(fieldAria(id, { hint, error }))}
      <FieldHelp id={id} hint={hint} error={error} />
    </div>
  )
}

export function FieldHelp({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {error ? (
        <p className="help err" id={`${id}-error`}>
          <TriangleAlert className="i" aria-hidden="true" />
          {error}
        </p>
      ) : null}
      {hint ? (
        <p className="help" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </>
  )
}

export function fieldAria(id: string, { hint, error }: Pick<FieldLabels, 'hint' | 'error'>): FieldAria {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return { id, ...(described && { 'aria-describedby': described }), ...(error && { 'aria-invalid': true }) }
}
