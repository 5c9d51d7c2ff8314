'use client'
import { SlidersHorizontal } from 'lucide-react'
import { Menu } from '@/app/_ui/menu'
import { useGo } from '../../_parts/going'
import { keepPreferences } from '../../_parts/preference-actions'
import { type Density, type QueueColumn, type QueueLook, queueColumns } from './queue-look'

export type LookWords = {
  group: string
  sort: string
  look: string
  density: string
  columns: string
  densities: Record<Density, string>
  column: Record<QueueColumn, string>
}

type Option = { key: string; label: string; href: string }
type ViewLookProps = {
  groups: { now: string; options: Option[]; chosen: string }
  sorts: { now: string; options: Option[]; chosen: string }
  look: QueueLook
  /** Where a column of a saved view is put in or left out; null: columns are the person's own. */
  columns: Record<QueueColumn, string> | null
  words: LookWords
}

/** How the list is gathered, sorted and drawn. */
export function ViewLook({ groups, sorts, look, columns, words }: ViewLookProps) {
  const go = useGo()
  const keep = (patch: Parameters<typeof keepPreferences>[0]) => void keepPreferences(patch).catch(() => null)
  const choose = (name: 'grouping' | 'sort', one: Option) => {
    go(one.href, 'stays')
    keep({ [name]: one.key })
  }
  const column = (name: QueueColumn) => {
    if (columns) return go(columns[name], 'stays')
    const has = look.columns.includes(name)
    keep({ columns: queueColumns.filter((one) => (one === name ? !has : look.columns.includes(one))) })
  }
  return (
    <div className="view-look">
      <Menu
        triggerClass="look-button"
        trigger={
          <>
            {words.group} <span className="text-2">{groups.now}</span>
          </>
        }
        groups={[
          {
            head: words.group,
            items: groups.options.map((one) => ({
              key: one.key,
              label: one.label,
              checked: one.key === groups.chosen,
              onSelect: () => choose('grouping', one),
            })),
          },
        ]}
      />
      <Menu
        triggerClass="look-button"
        trigger={
          <>
            {words.sort} <span className="text-2">{sorts.now}</span>
          </>
        }
        groups={[
          {
            head: words.sort,
            items: sorts.options.map((one) => ({
              key: one.key,
              label: one.label,
              checked: one.key === sorts.chosen,
              onSelect: () => choose('sort', one),
            })),
          },
        ]}
      />
      <Menu
        label={words.look}
        trigger={<SlidersHorizontal className="i" aria-hidden="true" />}
        groups={[
          {
            head: words.density,
            items: (['comfortable', 'compact'] as const).map((one) => ({
              key: one,
              label: words.densities[one],
              checked: look.density === one,
              onSelect: () => keep({ density: one }),
            })),
          },
          {
            head: words.columns,
            items: queueColumns.map((one) => ({
              key: one,
              label: words.column[one],
              checked: look.columns.includes(one),
              onSelect: () => column(one),
            })),
          },
        ]}
      />
    </div>
  )
}
