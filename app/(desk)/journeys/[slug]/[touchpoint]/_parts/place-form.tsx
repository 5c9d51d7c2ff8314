'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { SelectField } from '@/app/_ui/select'
import { usePlace } from '../../_parts/use-place'
import { placePoint } from '../../actions'

type PlaceFormProps = {
  point: { id: string; stageId: string; index: number }
  /** The standing stages; `places` counts this touchpoint among them if it were there. */
  stages: { id: string; name: string; places: number }[]
  words: Record<'stage' | 'position' | 'move' | 'moving' | 'offline' | 'saved', string>
}

/** Takes a touchpoint to any place of its journey. */
export function PlaceForm({ point, stages, words }: PlaceFormProps) {
  const { run, pending } = usePlace(words.offline)
  const [stageId, setStageId] = useState(point.stageId)
  const [index, setIndex] = useState(point.index)
  const places = stages.find((one) => one.id === stageId)?.places ?? 1
  const at = Math.min(index, places - 1)
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!pending) run(() => placePoint({ id: point.id, stageId, index: at }), words.saved)
      }}
    >
      <div className="min-w-40 flex-1">
        <SelectField
          name="stage"
          label={words.stage}
          value={stageId}
          onChange={(event) => setStageId(event.currentTarget.value)}
          options={stages.map((one) => ({ value: one.id, label: one.name }))}
        />
      </div>
      <div className="w-24">
        <SelectField
          name="position"
          label={words.position}
          value={String(at)}
          onChange={(event) => setIndex(Number(event.currentTarget.value))}
          options={Array.from({ length: places }, (_, place) => ({ value: String(place), label: String(place + 1) }))}
        />
      </div>
      <Button type="submit" aria-disabled={pending || undefined}>
        {pending ? words.moving : words.move}
      </Button>
    </form>
  )
}
