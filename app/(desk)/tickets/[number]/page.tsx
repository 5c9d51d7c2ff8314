import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { LoopBar } from '@/app/_ui/loop-bar'
import { Tabs } from '@/app/_ui/tabs'
import { permits } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import { Composer } from '../_parts/composer'
import { deeds } from '../_parts/deed'
import { JoinedAnswers } from '../_parts/joined-answers'
import { MergedAway } from '../_parts/merged-away'
import { Notices } from '../_parts/notices'
import { queueWords } from '../_parts/queue-words'
import { ResponseCard } from '../_parts/response-card'
import { responseView } from '../_parts/response-view'
import { Side } from '../_parts/side'
import { sideView } from '../_parts/side-view'
import { TicketDeeds } from '../_parts/ticket-deeds'
import { ticketFacts } from '../_parts/ticket-facts'
import { TicketHead } from '../_parts/ticket-head'
import { addressee, customerName, deedsOf, headView, loopView, resolvingOf, titleOf } from '../_parts/ticket-view'
import { ticketWords } from '../_parts/ticket-words'
import { Timeline } from '../_parts/timeline'
import { first, shown, shows, timelineItems } from '../_parts/timeline-items'

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
  const { ticket, customer, assignee, touchpoint, lookup, say, t, f, now: at } = facts
  if (ticket.mergedInto) return <MergedAway facts={facts} />

  const show = shows.find((name) => name === one(search.show)) ?? 'all'
  const name = customerName(facts)
  const told = { name, email: customer?.email ?? null, language: ticket.language }
  const items = timelineItems({ messages: facts.messages, events: facts.events, customer: told }, lookup, t, f, at)
  const here = `/tickets/${ticket.number}`
  const from = one(search.from)
  const tab = (wanted: (typeof shows)[number]) =>
    `${here}?${new URLSearchParams({ ...(from && { from }), ...(wanted !== 'all' && { show: wanted }) })}`
  const loop = loopView(facts)
  const { to, unreachable } = addressee(facts)
  const { may, primary } = deedsOf(facts)
  const words = ticketWords(t, first(name))

  return (
    <main className="ticket" aria-label={titleOf(facts)}>
      <TicketHead head={headView(facts)}>
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
          }}
          customer={{ name, phone: customer?.phone ?? null }}
          may={may}
          primary={primary}
          first={deeds.find((deed) => deed === one(search.do)) ?? null}
          resolving={resolvingOf(facts)}
          choices={facts.pick}
          me={{ id: actor.id, name: actor.name }}
          around={{ back: facts.around.back.href, previous: facts.around.previous, next: facts.around.next }}
          queue={queueWords(t)}
          words={words}
        />
      </TicketHead>
      <div className="ticket-col">
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
        <Notices {...facts} />
        <ResponseCard response={responseView(facts)} label={t('ticket.responseLabel')} />
        <JoinedAnswers {...facts} />
        <Tabs
          label={t('ticket.tabs.label')}
          items={shows.map((wanted) => ({
            label: t(`ticket.tabs.${wanted}`),
            href: tab(wanted),
            count: wanted === 'all' ? undefined : shown(items, wanted).length,
            current: wanted === show,
          }))}
        />
        <h2 className="sr-only">{t('ticket.timeline')}</h2>
        <Timeline
          items={shown(items, show)}
          privately={t('ticket.private')}
          events={(n) => t('ticket.events', { n })}
          empty={t('ticket.quiet')}
        />
        {may.note ? (
          <div className="composer-dock">
            <Composer
              key={`composer-${ticket.id}`}
              ticket={{ id: ticket.id, version: ticket.version }}
              to={to}
              unreachable={unreachable}
              from={t('ticket.composer.fromName', { person: first(actor.name), organization: facts.house })}
              first={to ? 'reply' : 'note'}
              canWait={ticket.open}
              words={words.composer}
            />
          </div>
        ) : null}
      </div>
      <Side side={sideView(facts)} />
    </main>
  )
}
