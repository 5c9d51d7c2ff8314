import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { LoopBar } from '@/app/_ui/loop-bar'
import { Tabs } from '@/app/_ui/tabs'
import { permits } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import { Composer } from '../_parts/composer'
import { composerView } from '../_parts/composer-view'
import { deeds } from '../_parts/deed'
import { JoinedAnswers } from '../_parts/joined-answers'
import { MergedAway } from '../_parts/merged-away'
import { Notices } from '../_parts/notices'
import { Presence } from '../_parts/presence-here'
import { queueWords } from '../_parts/queue-words'
import { ResponseCard } from '../_parts/response-card'
import { responseView } from '../_parts/response-view'
import { Side } from '../_parts/side'
import { sideView } from '../_parts/side-view'
import { TicketDeeds } from '../_parts/ticket-deeds'
import { dialogFacts } from '../_parts/ticket-dialog-facts'
import { type TicketFacts, ticketFacts } from '../_parts/ticket-facts'
import { TicketHead } from '../_parts/ticket-head'
import { headView } from '../_parts/ticket-head-view'
import { ReadMark } from '../_parts/ticket-read'
import { deedsOf, loopView, titleOf } from '../_parts/ticket-view'
import { ticketWords } from '../_parts/ticket-words'
import { Timeline } from '../_parts/timeline'
import { shown, shows, timelineItems, toldBy } from '../_parts/timeline-items'
import { presenceWords, timelineWords } from '../_parts/timeline-words'

type Props = PageProps<'/tickets/[number]'>

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `#${(await params).number}` }
}

/** Where in the loop is this person? The response first, then everything that was said and done about it. */
export default async function TicketPage({ params, searchParams }: Props) {
  const actor = await currentActor()
  if (!permits(actor, 'tickets.read')) forbidden()
  const [{ number }, search] = await Promise.all([params, searchParams])
  const facts = await ticketFacts(actor, number, one(search.from), now())
  const { ticket, t, f, now: at } = facts
  if (ticket.mergedInto) return <MergedAway facts={facts} />

  const show = shows.find((name) => name === one(search.show)) ?? 'all'
  const items = timelineItems(toldBy(facts), facts.lookup, t, f, at)
  const from = one(search.from)
  const tab = (wanted: (typeof shows)[number]) =>
    `/tickets/${ticket.number}?${new URLSearchParams({ ...(from && { from }), ...(wanted !== 'all' && { show: wanted }) })}`
  const here = { id: ticket.id, number: ticket.number, version: ticket.version }

  return (
    <main className="ticket" aria-label={titleOf(facts)}>
      <TicketHead
        head={headView(facts)}
        presence={<Presence key={ticket.id} ticket={here} first={facts.present} words={presenceWords(t)} />}
      >
        <Deeds facts={facts} asked={one(search.do)} />
      </TicketHead>
      <ReadMark number={ticket.number} last={ticket.updatedAt.toISOString()} />
      <div className="ticket-col">
        <Loop facts={facts} />
        <Notices {...facts} />
        <ResponseCard response={responseView(facts)} label={t('ticket.responseLabel')} />
        <JoinedAnswers {...facts} />
        <Tabs
          label={t('ticket.tabs.label')}
          items={shows.map((wanted) => ({
            label: t(`ticket.tabs.${wanted}`),
            href: tab(wanted),
            count: shown(items, wanted).length,
            current: wanted === show,
          }))}
        />
        <h2 className="sr-only">{t('ticket.timeline')}</h2>
        <Timeline items={shown(items, show)} words={timelineWords(t)} empty={t('ticket.quiet')} />
        {deedsOf(facts).may.note ? (
          <div className="composer-dock">
            <Composer key={`composer-${ticket.id}`} {...composerView(facts)} />
          </div>
        ) : null}
      </div>
      <Side side={sideView(facts)} />
    </main>
  )
}

function Deeds({ facts, asked }: { facts: TicketFacts; asked: string | undefined }) {
  const { ticket, assignee, team, touchpoint, tags, say, t, f, now: at, actor, around } = facts
  return (
    <TicketDeeds
      key={ticket.id}
      ticket={{
        id: ticket.id,
        number: ticket.number,
        version: ticket.version,
        owner: assignee,
        status: { code: ticket.status, word: t(`queue.status.${ticket.status}`) },
        priority: ticket.priority,
        touchpoint: touchpoint && { id: touchpoint.id, name: say(touchpoint) ?? '' },
        team: team && { id: team.id, name: say(team) ?? '' },
        tags,
        snoozed: facts.snoozed && f.near(facts.snoozed.until, at),
      }}
      {...deedsOf(facts)}
      first={deeds.find((deed) => deed === asked) ?? null}
      watched={facts.watching}
      me={{ id: actor.id, name: actor.name }}
      around={{ back: around.back.href, previous: around.previous, next: around.next }}
      dialogs={dialogFacts(facts)}
      queue={queueWords(t)}
      words={ticketWords(t)}
    />
  )
}

function Loop({ facts }: { facts: TicketFacts }) {
  const { t } = facts
  const loop = loopView(facts)
  return (
    <section className="border-b border-line pb-5" aria-label={t('ticket.loopLabel')}>
      <LoopBar size="l" label={loop.label} steps={loop.steps} />
      <div className="loop-now">
        <LoopBar size="xs" label={loop.label} steps={loop.steps} />
        <span>
          <b className="font-medium text-accent">
            {t('ticket.step', { step: loop.step, name: loop.here?.label ?? '' })}
          </b>{' '}
          <span className="text-3">{loop.here?.detail}</span>
        </span>
      </div>
    </section>
  )
}
