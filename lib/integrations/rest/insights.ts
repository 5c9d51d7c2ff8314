import { z } from 'zod'
import { organization } from '@/lib/identity'
import { type Board, board, type PlaceFigures, type Rate, trend } from '@/lib/insights'
import { BoardFilter } from '@/lib/insights/shared'
import { lastDays } from '@/lib/kit/period'
import { refuse } from '@/lib/kit/refusal'
import { dispositionOf } from '@/lib/surveys'
import { invitationStates } from '@/lib/surveys/shared'
import { restIssues } from './problem'
import { resource } from './resource'
import { Day, Slug } from './shapes'

const filters = { ...BoardFilter.shape, from: Day.optional(), to: Day.optional() }
const Asked = z.strictObject(filters)
type Asked = z.output<typeof Asked>

const Interval = z.strictObject({ low: z.number(), high: z.number() })
const Share = z.strictObject({
  hits: z.int(),
  of: z.int(),
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})
const Counted = { promoters: z.int(), passives: z.int(), detractors: z.int() }
const Reason = z.strictObject({ slug: z.string(), ...Counted })
const Figures = {
  n: z.int(),
  ...Counted,
  nps: z.number().nullable(),
  npsInterval: Interval.nullable(),
}
const Touchpoint = z.strictObject({
  slug: z.string(),
  ...Figures,
  impact: z.number().nullable(),
  tickets: z.strictObject({ opened: z.int(), open: z.int(), overdue: z.int() }),
  firstContact: z.strictObject({ medianHours: z.number().nullable(), inTarget: z.number().nullable() }),
  recovery: z.strictObject({ recovered: z.int(), answered: z.int(), delivered: z.int(), resolved: z.int() }),
  reasons: z.array(Reason),
})
const Converted = z.strictObject({
  first: z.string(),
  total: z.int(),
  ...Counted,
  noAnswer: z.int(),
  waiting: z.int(),
})

/** The board of the days asked for; without days the last thirty of the organization. */
async function boardFor(actor: Parameters<typeof board>[0], asked: Asked, now: Date): Promise<Board> {
  return board(actor, await spanned(asked, now), now)
}

async function spanned(asked: Asked, now: Date): Promise<BoardFilter> {
  const house = await organization()
  const usual = lastDays(30, now, house?.timeZone ?? 'UTC')
  const span = BoardFilter.safeParse({ ...asked, from: asked.from ?? usual.from, to: asked.to ?? usual.to })
  return span.success ? span.data : refuse('input.invalid', {}, restIssues(span.error, 'query.'))
}

const touchpointOf = ({
  place,
  n,
  counts,
  nps,
  interval,
  impact,
  tickets,
  firstContact,
  recovery,
  reasons,
}: PlaceFigures) => ({
  slug: place.slug,
  ...{ n, ...counts, nps, npsInterval: interval && { low: interval.low, high: interval.high }, impact },
  tickets: { opened: tickets.opened, open: tickets.open, overdue: tickets.overdue },
  firstContact: {
    medianHours: firstContact ? firstContact.median / 3_600_000 : null,
    inTarget: tickets.contacted.share,
  },
  recovery: {
    recovered: recovery.ofAnswered.hits,
    answered: recovery.ofAnswered.of,
    delivered: recovery.ofDelivered.of,
    resolved: recovery.ofResolved.of,
  },
  reasons: reasons.map(({ slug, promoters, passives, detractors }) => ({ slug, promoters, passives, detractors })),
})

const rateOf = ({ hits, of, share, low, high }: Rate) => ({ hits, of, share, low, high })

export const insightResources = [
  resource({
    method: 'GET',
    path: '/insights/touchpoints',
    scope: 'insights:read',
    summary: 'Figures by touchpoint, as the board shows them; without days the last thirty.',
    query: Asked,
    output: z.strictObject({
      from: Day,
      to: Day,
      total: z.strictObject(Figures),
      data: z.array(Touchpoint),
      nextCursor: z.null(),
    }),
    run: async (actor, { query }, now) => {
      const { period, total, places } = await boardFor(actor, query, now)
      const { n, counts, nps, interval } = total
      const all = { n, ...counts, nps, npsInterval: interval && { low: interval.low, high: interval.high } }
      return { status: 200, body: { ...period, total: all, data: places.map(touchpointOf), nextCursor: null } }
    },
  }),
  resource({
    method: 'GET',
    path: '/insights/recovery',
    scope: 'insights:read',
    summary: 'The three recovery rates, always together, and the conversion matrix.',
    query: Asked,
    output: z.strictObject({
      from: Day,
      to: Day,
      ofAnswered: Share,
      ofDelivered: Share,
      ofResolved: Share,
      matrix: z.array(Converted),
    }),
    run: async (actor, { query }, now) => {
      const { period, recovery, matrix } = await boardFor(actor, query, now)
      const { ofAnswered, ofDelivered, ofResolved } = recovery
      const rates = {
        ofAnswered: rateOf(ofAnswered),
        ofDelivered: rateOf(ofDelivered),
        ofResolved: rateOf(ofResolved),
      }
      return { status: 200, body: { ...period, ...rates, matrix } }
    },
  }),
  resource({
    method: 'GET',
    path: '/insights/reasons',
    scope: 'insights:read',
    summary: 'How often each reason was chosen, by touchpoint.',
    query: Asked,
    output: z.strictObject({
      data: z.array(Reason.extend({ touchpoint: z.string() })),
      nextCursor: z.null(),
    }),
    run: async (actor, { query }, now) => {
      const { places } = await boardFor(actor, query, now)
      const data = places.flatMap((figures) =>
        touchpointOf(figures).reasons.map((reason) => ({ touchpoint: figures.place.slug, ...reason })),
      )
      return { status: 200, body: { data, nextCursor: null } }
    },
  }),
  resource({
    method: 'GET',
    path: '/insights/trend',
    scope: 'insights:read',
    summary: 'Week by week, counted back from the last day: in all, or at one touchpoint.',
    query: z.strictObject({ ...filters, touchpoint: Slug.optional() }),
    output: z.strictObject({
      data: z.array(z.strictObject({ from: Day, to: Day, ...Counted })),
      nextCursor: z.null(),
    }),
    run: async (actor, { query: { touchpoint, ...asked } }, now) => {
      const weeks = await trend(actor, await spanned(asked, now), touchpoint)
      const data = weeks.map(({ from, to, counts }) => ({ from, to, ...counts }))
      return { status: 200, body: { data, nextCursor: null } }
    },
  }),
  resource({
    method: 'GET',
    path: '/insights/disposition',
    scope: 'insights:read',
    summary: 'The invitations of one survey by what became of them; they sum to the invitations made.',
    query: z.strictObject({ survey: Slug }),
    output: z.strictObject({
      data: z.array(z.strictObject({ state: z.enum(invitationStates), reason: z.string().nullable(), count: z.int() })),
      nextCursor: z.null(),
    }),
    run: async (actor, { query }, now) => ({
      status: 200,
      body: { data: await dispositionOf(actor, query.survey, now), nextCursor: null },
    }),
  }),
]
