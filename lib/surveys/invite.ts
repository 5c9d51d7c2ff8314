import { z } from 'zod'
import { atomically, type Filled, frozen, isDuplicate } from '@/db'
import { customers, invitations } from '@/db/schema'
import { newCustomer } from '@/lib/customers'
import { type Fact, record } from '@/lib/events'
import { isLocale, type Locale, locales } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import { type Actor, authorOf, demand } from '@/lib/identity/shared'
import { after, days } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import { refuse } from '@/lib/kit/refusal'
import { queueLetter } from '@/lib/mail'
import { askingPolicy, type Denial, mayAsk } from './fatigue'
import { findSurvey, findTouchpoint, type InvitationRow } from './find'
import { outOfQuietHours } from './quiet'
import { mostRecipients, type Recipient } from './recipients'
import { slug } from './shared'
import { type Candidate, candidatesOf, type InCase } from './standing'
import type { SurveyRow } from './survey'

/** Days for which a personal link takes an answer. */
export const linkDays = 90
const chunk = 60

/** Whom to ask what; `touchpoint` is a slug, the survey's own when absent. */
export const InvitationRound = z.object({
  survey: slug,
  touchpoint: slug.nullish(),
  recipients: z
    .array(z.object({ email: z.string(), name: z.string().nullable(), language: z.enum(locales).nullable() }))
    .max(mostRecipients),
})
export type InvitationRound = z.input<typeof InvitationRound>

/** What became of a round: how many are asked, how many are not and why. Their sum is the invitations made. */
export type RoundResult = { created: number; asked: number; denied: Partial<Record<Denial, number>> }

/**
 * Asks people by e-mail: a customer for each address that nobody has yet, an invitation for every one (suppressed with its
 * reason where a rule says no), a letter for those who are asked; in lists of sixty people. Refuses `identity.forbidden`,
 * `survey.unknown`, `survey.closed`, `survey.recovery`, `touchpoint.unknown`.
 */
export async function inviteCustomers(
  actor: Actor,
  input: InvitationRound,
  inCase: InCase,
  now: Date,
): Promise<RoundResult> {
  demand(actor, 'surveys.edit')
  const round = InvitationRound.parse(input)
  const survey = (await findSurvey(round.survey)) ?? refuse('survey.unknown', { slug: round.survey })
  if (survey.kind === 'recovery') refuse('survey.recovery', { slug: survey.slug })
  if (survey.status !== 'live') refuse('survey.closed', { slug: survey.slug })
  const house = (await organization()) ?? refuse('organization.unknown')
  const touchpointId = round.touchpoint
    ? ((await findTouchpoint({ slug: round.touchpoint })) ?? refuse('touchpoint.unknown', { slug: round.touchpoint }))
        .id
    : survey.touchpointId
  const about: About = {
    survey,
    touchpointId,
    locale: isLocale(house.locale) ? house.locale : 'es',
    notBefore: outOfQuietHours(now, house.timeZone),
  }
  const result: RoundResult = { created: 0, asked: 0, denied: {} }
  // In one order for every round: two that name the same people do not wait for each other crosswise.
  const people = round.recipients.toSorted((a, b) => (a.email.toLowerCase() < b.email.toLowerCase() ? -1 : 1))
  for (let from = 0; from < people.length; from += chunk)
    await invite(actor, about, people.slice(from, from + chunk), inCase, result, now)
  return result
}

type About = { survey: SurveyRow; touchpointId: string | null; locale: Locale; notBefore: Date }

async function invite(
  actor: Actor,
  about: About,
  people: Recipient[],
  inCase: InCase,
  result: RoundResult,
  now: Date,
  turn = 1,
): Promise<void> {
  const candidates = await candidatesOf(people, about.survey.id, inCase)
  const decided = candidates.map((one) => ({ one, denial: mayAsk(one.standing, askingPolicy, now) }))
  if (decided.length === 0) return
  try {
    await atomically(() => [
      ...decided.flatMap(({ one, denial }) => writesFor(one, denial, about, now)),
      ...record([fact(actor, about.survey, decided.length)], now),
    ])
  } catch (error) {
    // Somebody else met one of these people for the first time at the same moment: look again.
    if (!isDuplicate(error) || turn === 3) throw error
    return invite(actor, about, people, inCase, result, now, turn + 1)
  }
  for (const { denial } of decided) {
    result.created++
    if (denial) result.denied[denial] = (result.denied[denial] ?? 0) + 1
    else result.asked++
  }
}

const insertCustomer = frozen(customers)
const insertInvitation = frozen(invitations)

function writesFor(one: Candidate, denial: Denial | null, about: About, now: Date): Filled[] {
  const fresh = one.customer
    ? null
    : newCustomer({ email: one.email, name: one.name, language: one.language }, now, now)
  const customer = one.customer ?? fresh
  const spoken = [one.language, customer?.language, about.locale].find((code) =>
    about.survey.languages.includes(code ?? ''),
  )
  const invitation = newInvitation(
    {
      surveyId: about.survey.id,
      customerId: customer?.id ?? null,
      touchpointId: about.touchpointId,
      ticketId: null,
      language: spoken ?? about.survey.languages[0] ?? about.locale,
    },
    denial,
    now,
  )
  const letter = {
    kind: 'invitation' as const,
    to: one.email,
    toName: customer?.name ?? one.name,
    language: invitation.language,
    customerId: invitation.customerId,
    invitationId: invitation.id,
    automatic: true,
    notBefore: about.notBefore,
  }
  return [
    ...(fresh ? [insertCustomer(fresh)] : []),
    insertInvitation(invitation),
    ...(denial ? [] : queueLetter(letter, now)),
  ]
}

/** An invitation by mail that does not exist yet, as a row: queued, or suppressed with its reason. Pure but for its new id. */
export function newInvitation(
  its: Pick<InvitationRow, 'surveyId' | 'customerId' | 'touchpointId' | 'ticketId' | 'language'>,
  denial: Denial | null,
  now: Date,
  expiresAt: Date = after(now, days(linkDays)),
): InvitationRow {
  return {
    ...its,
    id: newId('invitation'),
    channel: 'email',
    state: denial ? 'suppressed' : 'queued',
    reason: denial,
    attributes: {},
    createdAt: now,
    sentAt: null,
    deliveredAt: null,
    openedAt: null,
    startedAt: null,
    completedAt: null,
    remindAt: null,
    remindedAt: null,
    expiresAt,
    responseId: null,
    version: 1,
  }
}

/** The write that makes an invitation. */
export const invitationWrite = (row: InvitationRow): Filled => insertInvitation(row)

const fact = (actor: Actor, survey: SurveyRow, count: number): Fact => ({
  kind: 'survey.invited',
  subject: { kind: 'survey', id: survey.id },
  actor: authorOf(actor),
  payload: { count },
})
