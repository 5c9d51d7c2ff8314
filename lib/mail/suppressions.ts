import { and, desc, eq, gt, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { atomically, db, type Filled, must } from '@/db'
import { prepared } from '@/db/prepared'
import { suppressions } from '@/db/schema'
import { type Author, record } from '@/lib/events'
import { after, days } from '@/lib/kit/clock'
import { decodeCursor, type Page, pageOf } from '@/lib/kit/page'
import { Refusal } from '@/lib/kit/refusal'
import type { TrustReason } from './shared'
import { insert } from './suppression-write'

/** How long an address that bounced gets nothing automatic, unless a person trusts it anew. */
export const suppressedFor = days(60)

/**
 * The write after which an address gets nothing automatic any more; what a person writes still goes out. It ends by itself
 * after 60 days (`until: null`: when a person ends it); another bounce begins the period anew.
 */
export const suppress = (
  addressKey: string,
  reason: string,
  now: Date,
  letterId: string | null = null,
  more: { status?: string | null; until?: Date | null } = {},
): Filled =>
  insert({
    addressKey,
    reason,
    letterId,
    at: now,
    until: more.until === undefined ? after(now, suppressedFor) : more.until,
    status: more.status ?? null,
  })

export type Suppression = typeof suppressions.$inferSelect

/** Why an address gets nothing automatic at this instant, or null. */
export async function suppressionOf(addressKey: string, now: Date): Promise<Suppression | null> {
  const [row] = await read({ addressKey })
  return row && (row.until === null || row.until > now) ? row : null
}

const read = prepared('suppression of an address', (from) =>
  from
    .select()
    .from(suppressions)
    .where(eq(suppressions.addressKey, sql.placeholder('addressKey'))),
)

/** The addresses in force, newest first; `words` finds those that contain them. The caller has checked the reader. */
export async function suppressionPage(
  ask: { words?: string; cursor?: string; limit?: number },
  now: Date,
): Promise<Page<Suppression>> {
  const limit = ask.limit ?? 50
  const [at, key] = decodeCursor(ask.cursor) ?? []
  const before = typeof at === 'number' ? new Date(at) : null
  const words = ask.words?.trim().toLowerCase()
  const rows = await db
    .select()
    .from(suppressions)
    .where(
      and(
        or(isNull(suppressions.until), gt(suppressions.until, now)),
        words ? sql`${suppressions.addressKey} like ${`%${words.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'` : undefined,
        before
          ? or(lt(suppressions.at, before), and(eq(suppressions.at, before), lt(suppressions.addressKey, String(key))))
          : undefined,
      ),
    )
    .orderBy(desc(suppressions.at), desc(suppressions.addressKey))
    .limit(limit + 1)
  return pageOf(rows, limit, (row) => [row.at.getTime(), row.addressKey])
}

/**
 * Trusts an address anew before its time. The fact names the letter that brought it there, never the address. Refuses
 * `suppression.unknown` when it ended in between. The caller has checked the person.
 */
export async function trustAgain(by: Author, addressKey: string, because: TrustReason, now: Date): Promise<void> {
  const [row] = await read({ addressKey })
  await atomically((tx) => [
    must(
      tx
        .delete(suppressions)
        .where(eq(suppressions.addressKey, addressKey))
        .returning({ addressKey: suppressions.addressKey }),
      () => new Refusal('suppression.unknown'),
    ),
    ...record(
      [
        {
          kind: 'address.trusted',
          subject: row?.letterId ? { kind: 'letter', id: row.letterId } : { kind: 'organization', id: 'org' },
          actor: by,
          payload: { because, status: row?.status ?? null },
        },
      ],
      now,
    ),
  ])
}

/** Forgets what has ended, so that every other room may ask only whether there is a row. */
export const endSuppressions = (now: Date) =>
  atomically((tx) => [tx.delete(suppressions).where(and(isNotNull(suppressions.until), lte(suppressions.until, now)))])
