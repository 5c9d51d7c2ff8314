import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { Pager } from '@/app/_ui/pager'
import { preferencesOf } from '@/lib/desk'
import { formatter, translator } from '@/lib/i18n'
import { organization, permits } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import { named } from '@/lib/kit/text'
import { queuePage, ticketCount } from '@/lib/tickets'
import { parseQuery } from '@/lib/tickets/shared'
import { choicesAndLists } from './_parts/choices'
import { Queue } from './_parts/queue'
import { readAddress, writeAddress } from './_parts/queue-address'
import { askOf } from './_parts/queue-ask'
import { QueueEmpty } from './_parts/queue-empty'
import { QueueFilters } from './_parts/queue-filters'
import { QueueHead } from './_parts/queue-head'
import { placeOf, wholeAddress } from './_parts/queue-place'
import { queueWords } from './_parts/queue-words'
import { rowOf } from './_parts/row-of'
import { snoozeChoices } from './_parts/snooze-choices'

type Props = PageProps<'/tickets'>

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = translator((await currentActor()).locale)
  return { title: t(`queue.view.${readAddress(await searchParams).view}`) }
}

/** What waits for me, what is late, what is left: the agent's queue. */
export default async function QueuePage({ searchParams }: Props) {
  const actor = await currentActor()
  if (!permits(actor, 'tickets.read')) forbidden()
  const t = translator(actor.locale)
  const at = now()
  const search = await searchParams
  const place = await placeOf(search, actor, await preferencesOf(actor))
  const { whole, saved } = place
  const ask = askOf(whole)
  const [house, { choices, lists }, page] = await Promise.all([
    organization(),
    choicesAndLists(actor, t),
    queuePage(actor, ask, at),
  ])
  // Exact where it costs nothing: a page that holds everything counts itself.
  const single = page.nextCursor === null && !whole.cursor
  const total = single ? page.data.length : await ticketCount(actor, ask, at)
  const f = formatter({ locale: actor.locale, country: house?.country ?? 'MX', timeZone: actor.timeZone })
  const from = `?from=${encodeURIComponent(wholeAddress(place, true))}`
  const rows = page.data.map((row) => rowOf(row, { from, group: whole.group, t, f, now: at }))
  const title = saved ? named(saved, actor.locale) : t(`queue.view.${whole.view}`)
  const { query, problems } = parseQuery(whole.q)
  const sortedBy = { due: 'due', lowest: 'score', newest: 'time', oldest: 'time', value: 'due', spoke: 'time' } as const
  const late = rows.filter(({ due }) => due && 'state' in due && due.state === 'late').length
  return (
    <Queue
      rows={rows}
      address={wholeAddress(place, true)}
      at={{ instant: at.getTime(), clock: f.time(at) }}
      view={whole.view}
      ask={{ view: whole.view, q: whole.q }}
      total={total}
      choices={choices}
      snoozing={snoozeChoices(t, f, at)}
      me={{ id: actor.id, name: actor.name }}
      title={title}
      words={queueWords(t)}
      look={place.look}
      sorted={{
        column: sortedBy[whole.sort],
        way: whole.sort === 'newest' || whole.sort === 'spoke' ? 'descending' : 'ascending',
      }}
      head={<QueueHead title={title} total={total} late={late} place={place} teams={lists.teams} t={t} />}
      filters={
        <QueueFilters place={place} query={query} problems={problems} lists={lists} searches={search.q === ''} t={t} />
      }
    >
      {rows.length === 0 ? <QueueEmpty actor={actor} place={place} query={query} t={t} f={f} now={at} /> : null}
      <Pager
        label={t('queue.pager.label')}
        previous={whole.cursor ? { href: writeAddress(whole), label: t('queue.pager.first') } : undefined}
        next={
          page.nextCursor
            ? { href: writeAddress(whole, { cursor: page.nextCursor }), label: t('queue.pager.next') }
            : undefined
        }
      />
    </Queue>
  )
}
