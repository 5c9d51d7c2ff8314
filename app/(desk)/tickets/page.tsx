import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { Pager } from '@/app/_ui/pager'
import { formatter, translator } from '@/lib/i18n'
import { organization, permits } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import { queuePage, ticketCount } from '@/lib/tickets'
import { choicesFor } from './_parts/choices'
import { FilterBar } from './_parts/filter-bar'
import { filterChoices } from './_parts/filter-choices'
import { NewBar } from './_parts/new-bar'
import { Queue } from './_parts/queue'
import { readAddress, writeAddress } from './_parts/queue-address'
import { askOf } from './_parts/queue-ask'
import { QueueEmpty } from './_parts/queue-empty'
import { QueueHead } from './_parts/queue-head'
import { queueWords } from './_parts/queue-words'
import { rowOf } from './_parts/row-of'

type Props = PageProps<'/tickets'>

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = translator((await currentActor()).locale)
  return { title: t(`queue.view.${readAddress(await searchParams).view}`) }
}

/** What waits for me, what is late, what is left: the agent's queue. */
export default async function QueuePage({ searchParams }: Props) {
  const actor = await currentActor()
  if (!permits(actor, 'tickets.read')) forbidden()
  const address = readAddress(await searchParams)
  const t = translator(actor.locale)
  const at = now()
  const ask = askOf(address)
  const [house, choices, page] = await Promise.all([organization(), choicesFor(actor, t), queuePage(actor, ask, at)])
  // Exact where it costs nothing: a page that holds everything counts itself.
  const whole = page.nextCursor === null && !address.cursor
  const total = whole ? page.data.length : await ticketCount(actor, ask, at)
  const f = formatter({ locale: actor.locale, country: house?.country ?? 'MX', timeZone: actor.timeZone })
  const from = `?from=${encodeURIComponent(writeAddress(address, { cursor: address.cursor }))}`
  const rows = page.data.map((one) => rowOf(one, from, t, f, at))
  const title = t(`queue.view.${address.view}`)
  return (
    <Queue
      key={address.view}
      rows={rows}
      choices={choices}
      me={{ id: actor.id, name: actor.name }}
      title={title}
      words={queueWords(t)}
      grouped={address.grouped && address.sort === 'due' && !address.q && address.view !== 'closed'}
      more={page.nextCursor !== null}
      head={<QueueHead title={title} total={total} late={rows.filter((row) => row.group === 'late').length} t={t} />}
      filters={
        <>
          <FilterBar address={address} choices={filterChoices(choices, t)} t={t} />
          <NewBar
            query={writeAddress(address).split('?')[1] ?? ''}
            since={at.getTime()}
            words={{ one: t('queue.new.one'), many: t('queue.new.many', { n: '{n}' }) }}
          />
        </>
      }
    >
      {rows.length === 0 ? (
        <QueueEmpty address={address} first={false} mayImport={permits(actor, 'responses.import')} t={t} />
      ) : null}
      <Pager
        label={t('queue.pager.label')}
        previous={address.cursor ? { href: writeAddress(address), label: t('queue.pager.first') } : undefined}
        next={
          page.nextCursor
            ? { href: writeAddress(address, { cursor: page.nextCursor }), label: t('queue.pager.next') }
            : undefined
        }
      />
    </Queue>
  )
}
