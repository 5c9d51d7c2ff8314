import { z } from 'zod'
import { categories, channels, commentTypes, responseKinds, solvedAnswers } from '@/lib/surveys/shared'
import { type Answered, answerById, listAnswers } from '../answers'
import { resource } from './resource'
import { Day, Instant, pageOf, paging, Slug } from './shapes'

const Response = z.strictObject({
  id: z.string(),
  kind: z.enum(responseKinds),
  survey: z.string(),
  touchpoint: z.string().nullable(),
  score: z.int(),
  category: z.enum(categories),
  channel: z.enum(channels),
  language: z.string(),
  segment: z.string().nullable(),
  reasons: z.array(z.string()),
  comment: z.string().nullable(),
  commentType: z.enum(commentTypes).nullable(),
  contactAllowed: z.boolean(),
  /** Only on answers to a recovery survey. */
  solved: z.enum(solvedAnswers).nullable(),
  customer: z.string().nullable(),
  ticket: z.strictObject({ id: z.string(), number: z.int() }).nullable(),
  attributes: z.record(z.string(), z.string()),
  submittedAt: Instant,
  receivedAt: Instant,
  voidAt: Instant.nullable(),
})

const shown = ({ response: its, survey, touchpoint, ticket, reasons }: Answered) => ({
  ...{ id: its.id, kind: its.kind, survey, touchpoint, score: its.score, category: its.category },
  ...{ channel: its.channel, language: its.language, segment: its.segment, reasons, comment: its.comment },
  ...{ commentType: its.commentType, contactAllowed: its.contactAllowed, solved: its.solved },
  customer: its.customerId,
  ticket: its.ticketId && ticket ? { id: its.ticketId, number: ticket } : null,
  ...{ attributes: its.attributes, submittedAt: its.submittedAt, receivedAt: its.receivedAt, voidAt: its.voidAt },
})

export const responseResources = [
  resource({
    method: 'GET',
    path: '/responses',
    scope: 'responses:read',
    summary: 'Responses that count, newest first; `from` and `to` are days of the organization, both included.',
    query: z.strictObject({
      survey: Slug.optional(),
      touchpoint: Slug.optional(),
      category: z.enum(categories).optional(),
      from: Day.optional(),
      to: Day.optional(),
      ...paging,
    }),
    output: pageOf(Response),
    run: async (_actor, { query }) => {
      const page = await listAnswers(query)
      return { status: 200, body: { ...page, data: page.data.map(shown) } }
    },
  }),
  resource({
    method: 'GET',
    path: '/responses/{id}',
    scope: 'responses:read',
    summary: 'One response.',
    output: Response,
    run: async (_actor, { params }) => ({ status: 200, body: shown(await answerById(params.id ?? '')) }),
  }),
]
