import type { Translate } from '@/lib/i18n'
import type { ValueView } from './filter-view'
import { writeAddress } from './queue-address'
import type { QueuePlace } from './queue-place'
import { ViewMenu } from './view-menu'
import { viewWords } from './view-words'

type QueueHeadProps = {
  title: string
  total: number
  late: number
  place: QueuePlace
  teams: ValueView[]
  t: Translate
}

/** What the view is called, what can be done with it, and how much is in it. */
export function QueueHead({ title, total, late, place, teams, t }: QueueHeadProps) {
  const { whole, saved, changed } = place
  return (
    <header className="queue-head">
      <h1 className="sec cut">{title}</h1>
      <ViewMenu
        name={title}
        saved={saved && { id: saved.id, version: saved.version, mayEdit: saved.editable, team: saved.teamId }}
        changed={changed}
        now={{ query: whole.q, sort: whole.sort, grouping: whole.group, columns: [...place.look.columns] }}
        plain={writeAddress({ ...whole, q: null, sort: null, group: null, columns: null })}
        teams={teams.map(({ value, label }) => ({ value, label: t('desk.view.team', { name: label }) }))}
        words={viewWords(t)}
      />
      <span className="cut num text-13 text-3">
        {t('queue.note', { n: total })}
        {late > 0 ? ` · ${t('queue.noteLate', { n: late })}` : ''}
      </span>
    </header>
  )
}
