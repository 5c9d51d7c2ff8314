'use client'
import { useState } from 'react'
import { useLive } from '../../_parts/use-live'
import type { Beside } from './queue-row'

/** Who else is at which ticket now, as the house tells it. */
export function useBeside(): Readonly<Record<string, readonly Beside[]>> {
  const [beside, setBeside] = useState<Record<string, Beside[]>>({})
  useLive('presence', ({ ticket, people }) =>
    setBeside(({ [ticket]: _, ...others }) =>
      people.length === 0
        ? others
        : { ...others, [ticket]: people.map(({ id, name, doing }) => ({ id, name, writes: doing !== 'viewing' })) },
    ),
  )
  return beside
}
