'use client'
import { FieldHelp } from '@/app/_ui/field'
import { useForm } from '@/app/_ui/form'
import { Input } from '@/app/_ui/input'

/** A number in a table of numbers: named for those who hear it, by its row and column for those who see. */
export function Cell({ name, label, value }: { name: string; label: string; value: string }) {
  const { state, id } = useForm()
  const error = state.fields[name]
  const own = `${id}-${name}`
  return (
    <div className="field">
      <Input
        name={name}
        inputMode="decimal"
        className="max-w-24 tabular-nums"
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${own}-error` : undefined}
        defaultValue={state.values[name]?.[0] ?? value}
      />
      <FieldHelp id={own} error={error} />
    </div>
  )
}
