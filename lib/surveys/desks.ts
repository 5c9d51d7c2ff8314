import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '@/db'
import { customers, invitations, surveys, touchpoints } from '@/db/schema'
import { record, system } from '@/lib/events'
import { formatter, isLocale } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import { after, days } from '@/lib/kit/clock'
import { refuse } from '@/lib/kit/refusal'
import { emailKey, named } from '@/lib/kit/text'
import type { Desk, Desks, Letter, Message } from '@/lib/mail'
import { statesBefore } from './invitation'
import { invitationLetter, type LetterFacts, reminderLetter } from './letters'
import { type OwnTexts, textsFor } from './texts'

/** Days after which somebody who has not answered is reminded, once. */
const remindAfter = 3

/** Whoever writes invitations and their one reminder. */
export const surveyDesks: Desks = {
  invitation: desk(invitationLetter, 'survey.sent'),
  invitation_reminder: desk(reminderLetter, 'survey.reminded'),
}

function desk(write: (facts: LetterFacts) => Message, kind: 'survey.sent' | 'survey.reminded'): Desk {
  return {
    words: async (letter) => write(await factsOf(letter)),
    still,
    sent: async (letter, at) => (tx) => [
      ...(kind === 'survey.sent' && letter.invitationId
        ? [
            tx
              .update(invitations)
              .set({
                state: sql`case when ${invitations.state} in ('created', 'queued') then 'sent' else ${invitations.state} end`,
                sentAt: at,
                remindAt: after(at, days(remindAfter)),
              })
              .where(and(eq(invitations.id, letter.invitationId), isNull(invitations.responseId))),
          ]
        : []),
      ...record(
        [
          {
            kind,
            subject: { kind: 'invitation', id: letter.invitationId ?? letter.id },
            actor: system('surveys'),
            payload: { letter: letter.id },
            announced: true,
          },
        ],
        at,
      ),
    ],
    failed: async (letter) => (tx) =>
      letter.invitationId
        ? [
            tx
              .update(invitations)
              .set({ state: 'bounced', reason: 'undelivered', remindAt: null })
              .where(and(eq(invitations.id, letter.invitationId), inArray(invitations.state, statesBefore('bounced')))),
          ]
        : [],
  }
}

async function still(letter: Letter, now: Date) {
  const found = await find(letter)
  if (!found) return 'erased' as const
  const { invitation, survey, customer } = found
  if (customer.erasedAt || !customer.emailKey) return 'erased' as const
  if (customer.emailKey !== emailKey(letter.toAddress)) return 'no_address' as const
  if (customer.optedOutAt || invitation.state === 'opted_out') return 'opted_out' as const
  if (invitation.responseId) return 'answered' as const
  if (survey.status !== 'live' || invitation.expiresAt <= now) return 'survey_closed' as const
  return statesBefore('completed').includes(invitation.state) ? null : ('closed' as const)
}

async function factsOf(letter: Letter): Promise<LetterFacts> {
  const found = (await find(letter)) ?? refuse('invitation.unknown')
  const house = (await organization()) ?? refuse('organization.unknown')
  const locale = isLocale(letter.language) ? letter.language : 'es'
  const { invitation, survey, customer, touchpoint } = found
  return {
    locale,
    organization: house.name,
    survey,
    texts: textsFor({ kind: survey.kind, texts: survey.texts as OwnTexts }, house.name, locale),
    touchpoint: touchpoint ? named(touchpoint, locale) : null,
    invitation,
    customer,
    format: formatter({ locale, country: house.country, timeZone: house.timeZone }),
  }
}

async function find(letter: Letter) {
  if (!letter.invitationId) return null
  const [found] = await db
    .select({ invitation: invitations, survey: surveys, customer: customers, touchpoint: touchpoints })
    .from(invitations)
    .innerJoin(surveys, eq(surveys.id, invitations.surveyId))
    .innerJoin(customers, eq(customers.id, invitations.customerId))
    .leftJoin(touchpoints, eq(touchpoints.id, invitations.touchpointId))
    .where(eq(invitations.id, letter.invitationId))
    .limit(1)
  return found ?? null
}
