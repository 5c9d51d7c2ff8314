import { z } from 'zod'
import { isRefusal } from '@/lib/kit/refusal'
import { statusOf } from '@/lib/kit/refusal-status'
import { receive, receiveMany } from '@/lib/loop'
import { categories, ResponseInput } from '@/lib/surveys/shared'
import { restIssues } from './problem'
import { resource } from './resource'

const Received = z.object({
  id: z.string(),
  category: z.enum(categories),
  touchpoint: z.string().nullable(),
  ticket: z.object({ id: z.string(), number: z.int() }).nullable(),
  receivedAt: z.iso.datetime(),
})

const Issue = z.object({ path: z.string(), code: z.string(), message: z.string() })
const Batch = z.strictObject({
  responses: z.array(z.unknown()).min(1).max(1_000),
  history: z.boolean().optional(),
})

/** `POST /responses`: 201 is on disk, with its ticket; the same key and body again is 200 with the first answer. */
export const postResponse = resource({
  method: 'POST',
  path: '/responses',
  scope: 'responses:write',
  summary: 'Takes one answer; an answer of 2xx is stored, on disk, and has its ticket.',
  input: ResponseInput,
  output: Received,
  limit: 327_680,
  success: 201,
  run: async (actor, { input, idempotencyKey }, now) => {
    const { replay, ...received } = await receive(sourceOf(actor.id, idempotencyKey), input, now)
    return { status: replay ? 200 : 201, body: received }
  },
})

/** `POST /responses/batch`: one bad row never costs the others. */
export const postResponses = resource({
  method: 'POST',
  path: '/responses/batch',
  scope: 'responses:write',
  summary:
    'Takes up to 1,000 answers; each has its own result. With history: true no ticket is opened and no mail is sent.',
  input: Batch,
  output: z.object({
    results: z.array(
      z.union([
        Received.extend({ status: z.union([z.literal(200), z.literal(201)]) }),
        z.object({ status: z.int(), code: z.string(), errors: z.array(Issue) }),
      ]),
    ),
  }),
  limit: 8_388_608,
  run: async (actor, { input, idempotencyKey }, now) => {
    const rows = input.responses.map((row) => ResponseInput.safeParse(row))
    const good = rows.flatMap((row, at) =>
      row.success ? [{ at, input: row.data, key: idempotencyKey ? `${idempotencyKey}:${at}` : null }] : [],
    )
    const results = await receiveMany(
      { kind: 'key', keyId: actor.id, history: input.history ?? false },
      good.map(({ input: its, key }) => ({ input: its, idempotencyKey: key })),
      now,
    )
    const byRow = new Map(good.map(({ at }, place) => [at, results[place]]))
    return { status: 200, body: { results: rows.map((row, at) => resultOf(row.success ? byRow.get(at) : row.error)) } }
  },
})

function resultOf(result: unknown) {
  if (result instanceof z.ZodError) return { status: 422, code: 'input.invalid', errors: restIssues(result) }
  if (isRefusal(result)) return { status: statusOf(result.code), code: result.code, errors: result.issues }
  const { replay, ...received } = result as { replay: boolean } & Record<string, unknown>
  return { status: replay ? 200 : 201, ...received }
}

const sourceOf = (keyId: string, idempotencyKey: string | null) =>
  idempotencyKey ? { kind: 'key' as const, keyId, idempotencyKey } : { kind: 'key' as const, keyId }
