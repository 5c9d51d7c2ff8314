'use client'
import { useRef } from 'react'
import { FormSelect } from '@/app/_ui/form-field'

type Option = { value: string; label: string }
type PlaceProps = {
  labels: { country: string; timeZone: string }
  countries: (Option & { zone: string })[]
  zones: { label: string; options: Option[] }[]
  country?: string
  timeZone?: string
}

/** Country and zone; another country brings its zone along, until somebody chose one. */
export function Place({ labels, countries, zones, country = 'MX', timeZone = 'America/Mexico_City' }: PlaceProps) {
  const box = useRef<HTMLDivElement>(null)
  const chosen = useRef(false)
  const follow = (value: string) => {
    const zone = countries.find((one) => one.value === value)?.zone
    const select = box.current?.querySelector<HTMLSelectElement>('select[name=timeZone]')
    if (zone && select && !chosen.current) select.value = zone
  }
  return (
    <div ref={box} className="contents">
      <FormSelect
        name="country"
        label={labels.country}
        options={countries}
        defaultValue={country}
        autoComplete="country"
        onChange={(event) => follow(event.currentTarget.value)}
      />
      <FormSelect
        name="timeZone"
        label={labels.timeZone}
        options={zones}
        defaultValue={timeZone}
        onChange={() => {
          chosen.current = true
        }}
      />
    </div>
  )
}
