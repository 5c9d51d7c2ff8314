import { sealToken } from '@/lib/kit/seal'
import { maskedEmail } from '@/lib/kit/text'
import {
  answerByToken,
  type Invited,
  invitationByToken,
  type LinkState,
  linkState,
  type OwnAnswer,
  ownAnswer,
  type SurveyPage,
  surveyForPage,
} from '@/lib/surveys'
import { type NextStep, nextStepOf } from './next-step'

/** The address that was opened. `answer` is the `change` token that the thank-you page carries. */
export type Asked = {
  slug: string
  token: string | null
  touchpoint: string | null
  language: string | null
  acceptLanguage: string | null
  answer: string | null
}

/** The person that a personal link knows. `stop` is the word of their unsubscribe page. */
export type Known = { address: string | null; stop: string | null; began: boolean }

/** What stands behind a survey's address now. */
export type SurveyDoor =
  | { shows: 'form'; page: SurveyPage; known: Known | null }
  | { shows: 'change'; page: SurveyPage; own: OwnAnswer }
  | { shows: 'thanks'; page: SurveyPage; own: OwnAnswer | null; change: string | null; next: NextStep | null }
  | { shows: Exclude<LinkState, 'open' | 'answered'>; page: SurveyPage; until: Date | null }
  | { shows: 'answered'; page: SurveyPage; own: OwnAnswer | null; change: string | null; next: NextStep | null }
  | { shows: 'unknown'; page: SurveyPage | null }

/** Looks behind a survey's address; changes nothing. A word that is not ours and a survey that does not exist look alike. */
export async function surveyDoor(asked: Asked, now: Date): Promise<SurveyDoor> {
  const { slug, token } = asked
  if (token === 'thanks' || token === 'change') return afterwards(asked, token, now)
  const invited = token ? await invitationByToken(token) : null
  if (token && invited?.survey.slug !== slug) return { shows: 'unknown', page: null }
  const page = await surveyForPage(slug, {
    touchpoint: asked.touchpoint,
    touchpointId: invited?.touchpointId ?? null,
    language: asked.language ?? invited?.language ?? null,
    acceptLanguage: asked.acceptLanguage,
  })
  if (!page) return { shows: 'unknown', page }
  if (invited) return behindInvitation(invited, page, now)
  // Who is asked again is always known: without its link a recovery survey is nobody's.
  if (page.survey.kind === 'recovery') return { shows: 'unknown', page: null }
  if (page.survey.status !== 'live') return { shows: page.survey.status, page, until: null }
  return { shows: 'form', page, known: null }
}

async function behindInvitation(invited: Invited, page: SurveyPage, now: Date): Promise<SurveyDoor> {
  const state = linkState(invited, invited.survey, now)
  if (state === 'open') {
    const { customer, startedAt } = invited
    const known: Known = {
      address: customer?.email ? maskedEmail(customer.email) : null,
      stop: customer ? sealToken('unsubscribe', customer.id) : null,
      began: startedAt !== null,
    }
    return { shows: 'form', page, known }
  }
  if (state !== 'answered') return { shows: state, page, until: invited.expiresAt }
  const own = invited.responseId ? await ownAnswer(invited.responseId) : null
  return { shows: 'answered', page, ...(await said(own, now)) }
}

async function afterwards(asked: Asked, at: 'thanks' | 'change', now: Date): Promise<SurveyDoor> {
  const own = asked.answer ? await answerByToken(asked.answer) : null
  const mine = own?.survey.slug === asked.slug ? own : null
  if (asked.answer && !mine) return { shows: 'unknown', page: null }
  const page = await surveyForPage(asked.slug, {
    touchpointId: mine?.touchpointId ?? null,
    language: asked.language ?? mine?.language ?? null,
    acceptLanguage: asked.acceptLanguage,
  })
  if (!page || (at === 'change' && !mine)) return { shows: 'unknown', page: null }
  if (at === 'change' && mine && mine.until > now && mine.kind === 'answer') return { shows: 'change', page, own: mine }
  return { shows: 'thanks', page, ...(await said(mine, now)) }
}

/** The answer as its customer sees it, the word that changes it while that is possible, and what comes of it. */
async function said(own: OwnAnswer | null, now: Date) {
  const changeable = own !== null && own.kind === 'answer' && own.until > now
  return {
    own,
    change: changeable ? sealToken('change', own.id) : null,
    next: own ? await nextStepOf(own) : null,
  }
}
