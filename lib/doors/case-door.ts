import { type CasePage, casePage } from '@/lib/followups'
import { openToken } from '@/lib/kit/seal'
import { invitationByToken } from '@/lib/surveys'
import { replyByOf } from './next-step'

/** The customer's own page, with what other rooms know: by when a person has to write, and where the verdict is given. */
export type CaseDoor = CasePage & { replyBy: Date | null; verdictPath: string | null }

/** Looks behind a case's address; null for a word that is not ours, or a page that has ended. Changes nothing. */
export async function caseDoor(token: string, now: Date): Promise<CaseDoor | null> {
  const ticketId = openToken('case', token)
  const page = ticketId ? await casePage(token, now) : null
  if (!page || !ticketId) return null
  const asked = page.asked ? await invitationByToken(page.asked.invitationToken) : null
  return {
    ...page,
    replyBy: page.status === 'open' ? await replyByOf(ticketId) : null,
    verdictPath: asked && page.asked ? `/s/${asked.survey.slug}/${page.asked.invitationToken}` : null,
  }
}
