'use client'
import { Button } from '@/app/_ui/button'
import { usePlace } from '../../_parts/use-place'
import { setPoint } from '../../actions'

type StandingProps = { id: string; retired: boolean; label: string; said: string; offline: string }

/** Retires a touchpoint, or brings it back. */
export function StandingButton({ id, retired, label, said, offline }: StandingProps) {
  const { run, pending } = usePlace(offline)
  return (
    <div>
      <Button
        variant={retired ? 'default' : 'danger'}
        aria-disabled={pending || undefined}
        onClick={() => (pending ? undefined : run(() => setPoint({ id, retired: !retired }), said))}
      >
        {label}
      </Button>
    </div>
  )
}
