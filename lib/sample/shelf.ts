import type { macros, savedViews } from '@/db/schema'
import type { Sharing } from '@/db/words/desk'
import { after, days } from '@/lib/kit/clock'
import { fold } from '@/lib/kit/text'
import { parseQuery, printQuery } from '@/lib/tickets'
import work from './data/work.json'
import type { MakeId } from './ids'
import type { Person } from './world'

/** The views and macros that people of the company keep at hand. */
export function drawShelf(people: Person[], teams: { id: string }[], now: Date, id: MakeId) {
  const at = after(now, -days(60))
  const owned = ({ owner, sharing, es, en }: { owner: string; sharing: string; es: string; en: string }) => {
    const its = people.find(({ name }) => name === owner)
    const teamId = sharing === 'team' ? (its?.teams[0] ?? teams[0]?.id ?? null) : null
    const named = { name: es, names: { es, en }, ownerId: its?.id ?? '' }
    return { ...named, sharing: sharing as Sharing, teamId, createdAt: at, updatedAt: at, version: 1 }
  }
  const views: (typeof savedViews.$inferSelect)[] = work.views.map((view, position) => ({
    ...owned(view),
    ...{ id: id('view', at), sort: view.sort, grouping: view.grouping, columns: null, position },
    query: printQuery(parseQuery(view.query).query),
  }))
  const kept: (typeof macros.$inferSelect)[] = work.macros.map((macro, place) => ({
    ...owned(macro),
    ...{ id: id('macro', at), folded: fold(`${macro.es} ${macro.es} ${macro.en}`), deeds: macro.deeds },
    ...{ uses: 30 - 9 * place, retiredAt: null },
  }))
  return { views, macros: kept }
}
