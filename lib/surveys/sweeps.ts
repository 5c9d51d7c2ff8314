import { and, asc, eq, gt, inArray, isNull, lte } from 'drizzle-orm'
import { atomically, db, must } from '@/db'
import { customers, invitations, letters, organization as organizations } from '@/db/schema'
import { after, days } from '@/lib/kit/clock'
import { isRefusal, Refusal } from '@/lib/kit/refusal'
import { queueLetter } from '@/lib/mail'
import { openStates } from './invitation'
import { outOfQuietHours } from './quiet'

const atOnce = 200

/** Reminds, once, everybody whose invitation went out three days ago and is still unanswered; resolves to how many. */
export async function remindSweep(now: Date): Promise<number> {
  const [house] = await db.select({ timeZone: organizations.timeZone }).from(organizations).limit(1)
  if (!house) return 0
  const due = await db
    .select({ invitation: invitations, customer: customers })
    .from(invitations)
    .innerJoin(customers, eq(customers.id, invitations.customerId))
    .where(and(lte(invitations.remindAt, now), isNull(invitations.ticketId)))
    .orderBy(asc(invitations.remindAt))
    .limit(atOnce)
  const notBefore = outOfQuietHours(now, house.timeZone)
  for (const { invitation, customer } of due) {
    const ask = openStates.includes(invitation.state) && customer.email !== null && invitation.expiresAt > now
    await atomically((tx) => [
      must(
        tx
          .update(invitations)
          .set({ remindAt: null, ...(ask ? { remindedAt: now } : {}) })
          .where(and(eq(invitations.id, invitation.id), eq(invitations.remindAt, invitation.remindAt ?? now)))
          .returning({ id: invitations.id }),
        () => new Refusal('invitation.stale'),
      ),
      ...(ask && customer.email
        ? queueLetter(
            {
              kind: 'invitation_reminder',
              to: customer.email,
              toName: customer.name,
              language: invitation.language,
              customerId: customer.id,
              invitationId: invitation.id,
              automatic: true,
              notBefore,
            },
            now,
          )
        : []),
    ]).catch(unlessStale)
  }
  return due.length
}

/** Invitations whose letter was called back before it left were never asked: they are suppressed, with the letter's reason. */
export async function recallSweep(now: Date): Promise<number> {
  const recalled = await db
    .select({ id: invitations.id, reason: letters.error })
    .from(letters)
    .innerJoin(invitations, eq(invitations.id, letters.invitationId))
    .where(
      and(
        eq(letters.state, 'cancelled'),
        gt(letters.createdAt, after(now, -days(14))),
        eq(letters.kind, 'invitation'),
        eq(invitations.state, 'queued'),
      ),
    )
    .limit(atOnce)
  if (recalled.length > 0)
    await atomically((tx) =>
      recalled.map(({ id, reason }) =>
        tx
          .update(invitations)
          .set({ state: 'suppressed', reason: reason ?? 'by_hand', remindAt: null })
          .where(and(eq(invitations.id, id), inArray(invitations.state, ['queued']))),
      ),
    )
  return recalled.length
}

const unlessStale = (error: unknown): unknown[] => {
  if (isRefusal(error) && error.code === 'invitation.stale') return []
  throw error
}
