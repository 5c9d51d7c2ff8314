'use client'
import { Checkbox } from '@/app/_ui/checkbox'
import { useForm } from '@/app/_ui/form'

/** A checkbox of the form that keeps what was chosen when the form is refused. */
export function KeptCheckbox({
  name,
  label,
  hint,
  checked,
}: {
  name: string
  label: string
  hint?: string
  checked: boolean
}) {
  const { state } = useForm()
  const refused = state.message !== null
  return <Checkbox name={name} label={label} hint={hint} defaultChecked={refused ? name in state.values : checked} />
}
