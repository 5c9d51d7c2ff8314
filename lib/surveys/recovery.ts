import { and, eq, inArray, sql } from 'drizzle-orm'
import { db, type Filled, freeze, type Step } from '@/db'
import { invitations, suppressions, surveys } from '@/db/schema'
import type { CustomerRow } from '@/lib/customers'
import { after, days } from '@/lib/kit/clock'
import { queueLetter } from '@/lib/mail'
import { askingPolicy, type Denial, mayAsk } from './fatigue'
import { statesBefore } from './invitation'
import { invitationWrite, newInvitation } from './invite'
import type { SurveyRow } from './survey'

/** Days for which a recovery survey takes the answer; the ticket's own silence closes it earlier. */
const recoveryDays = 30

/** What the ticket says of the person who is asked again. */
export type RecoveryTicket = { id: string; touchpointId: string | null; language: string }

/**
 * Asks a customer again about a resolved ticket: the invitation, and the letter that goes out at `now` unless something
 * speaks against it; `denial` then says what, and the invitation stands there suppressed. Exempt from every rest.
 */
export function recoveryInvitation(
  {
    ticket,
    customer,
    survey,
    bounced,
  }: { ticket: RecoveryTicket; customer: CustomerRow; survey: SurveyRow; bounced: boolean },
  now: Date,
): { invitationId: string; denial: Denial | null; steps: Step[] } {
  const standing = {
    address: customer.erasedAt ? null : customer.email,
    optedOut: customer.optedOutAt !== null,
    bounced,
    declined: false,
    midCase: false,
    lastOfSurvey: null,
    lastOfAny: null,
  }
  const denial = mayAsk(standing, askingPolicy, now, { recovery: true })
  const invitation = newInvitation(
    {
      surveyId: survey.id,
      customerId: customer.id,
      touchpointId: ticket.touchpointId,
      ticketId: ticket.id,
      language: ticket.language,
    },
    denial,
    now,
    after(now, days(recoveryDays)),
  )
  const letters: Filled[] =
    denial || !customer.email
      ? []
      : queueLetter(
          {
            kind: 'recovery',
            to: customer.email,
            toName: customer.name,
            language: invitation.language,
            ticketId: ticket.id,
            customerId: customer.id,
            invitationId: invitation.id,
            automatic: true,
          },
          now,
        )
  return { invitationId: invitation.id, denial, steps: [invitationWrite(invitation), ...letters] }
}

/** The live survey that customers are asked again with, or null when there is none. */
export async function recoverySurvey(): Promise<SurveyRow | null> {
  const [found] = await db
    .select()
    .from(surveys)
    .where(and(eq(surveys.kind, 'recovery'), eq(surveys.status, 'live')))
    .orderBy(surveys.createdAt)
    .limit(1)
  return found ?? null
}

/** Whether an address (its key) gets nothing automatic any more. */
export async function isSuppressed(addressKey: string): Promise<boolean> {
  const found = await db.select().from(suppressions).where(eq(suppressions.addressKey, addressKey)).limit(1)
  return found.length > 0
}

/** The write that ends every open invitation of a ticket: it was reopened, or closed without an answer. */
export const cancelRecovery: (its: { ticketId: string; reason: string }) => Filled = freeze('cancel recovery', (tx) =>
  tx
    .update(invitations)
    .set({ state: 'cancelled', reason: sql`${sql.placeholder('reason')}`, remindAt: null })
    .where(
      and(eq(invitations.ticketId, sql.placeholder('ticketId')), inArray(invitations.state, statesBefore('cancelled'))),
    ),
)
