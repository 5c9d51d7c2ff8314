import { isRefusal } from '@/lib/kit/refusal'
import { sealToken } from '@/lib/kit/seal'
import { answerRecovery, changeAnswer, receive } from '@/lib/loop'
import { answerByToken, answerOfForm, type Invited, invitationByToken, markStarted, surveyForPage } from '@/lib/surveys'
import type { AnswerChange, ResponseInput } from '@/lib/surveys/shared'
import { type Answer, again, inputOf, readAnswer, refused } from './answer'
import type { Knock, Outcome } from './knock'

/**
 * A posted survey form: an answer by open link or invitation, a recovery answer, a change of an answer, or the word that a
 * person has begun. Pages are told what is wrong by field and keep everything typed; nothing is stored then.
 */
export async function postSurvey(knock: Knock & { slug: string; token: string | null }, now: Date): Promise<Outcome> {
  const { slug, token, form } = knock
  const invited = token && token !== 'change' ? await invitationByToken(token) : null
  if (token && token !== 'change' && invited?.survey.slug !== slug) return again(form, {}, 404)
  const path = `/s/${slug}${token ? `/${token}` : ''}`
  if (form.get('intent') === 'started') {
    if (invited) await markStarted(invited.id, now)
    return { see: path }
  }
  // The field that only a program fills in: it is thanked and forgotten.
  if (form.get('website')) return { see: `/s/${slug}/thanks` }
  const read = readAnswer(form, invited?.survey.kind === 'recovery')
  if ('errors' in read) return again(form, read.errors)
  try {
    const id = await store(knock, invited, read.answer, now)
    return typeof id === 'string' ? { see: thanksPath(slug, id, form) } : id
  } catch (error) {
    return refused(error, form)
  }
}

async function store(
  knock: Knock & { slug: string; token: string | null },
  invited: Invited | null,
  answer: Answer,
  now: Date,
): Promise<string | Outcome> {
  const { form, slug } = knock
  if (knock.token === 'change') return change(knock, answer, now)
  if (invited?.survey.kind === 'recovery') {
    const recovery = { score: answer.score, solved: answer.solved ?? 'no', comment: answer.comment }
    await answerRecovery(invited.id, recovery, now)
    return (await invitationByToken(knock.token ?? ''))?.responseId ?? { see: `/s/${slug}/thanks` }
  }
  const page = await pageOf(knock, invited?.touchpointId ?? null)
  if (!page) return again(form, {}, 404)
  const made = inputOf(form, answer, page, Boolean(invited?.customer?.email))
  if ('errors' in made) return again(form, made.errors)
  if (invited) return (await receive({ kind: 'invitation', invitationId: invited.id }, made.input, now)).id
  // The form's own word: sent twice, it is one answer; sent again with other content, the last word of the same person counts.
  const word = /^[\w-]{20,40}$/.test(form.get('once') ?? '') ? form.get('once') : null
  try {
    return (await receive({ kind: 'link', ...(word ? { idempotencyKey: word } : {}) }, made.input, now)).id
  } catch (error) {
    const earlier = word && isRefusal(error) && error.code === 'idempotency.reused' ? await answerOfForm(word) : null
    if (!earlier) throw error
    await changeAnswer(earlier, changeOf(made.input), now)
    return earlier
  }
}

async function change(knock: Knock & { slug: string }, answer: Answer, now: Date): Promise<string | Outcome> {
  const { form } = knock
  const own = await answerByToken(form.get('c') ?? '')
  const page = own && (await pageOf(knock, own.touchpointId))
  if (!own || !page || own.survey.slug !== knock.slug) return again(form, {}, 404)
  if (own.until <= now) return again(form, { form: 'over' }, 409)
  const made = inputOf(form, answer, page, true)
  if ('errors' in made) return again(form, made.errors)
  await changeAnswer(own.id, changeOf(made.input), now)
  return own.id
}

const pageOf = ({ slug, form, language }: Knock & { slug: string }, touchpointId: string | null) =>
  surveyForPage(slug, {
    touchpoint: form.get('touchpoint'),
    touchpointId,
    language: form.get('lang'),
    acceptLanguage: language,
  })

const changeOf = ({ score, comment, commentType, reasons }: ResponseInput): AnswerChange => ({
  score,
  comment: comment ?? null,
  commentType: commentType ?? null,
  reasons: reasons ?? [],
})

function thanksPath(slug: string, id: string, form: URLSearchParams): string {
  const search = new URLSearchParams({ c: sealToken('change', id) })
  const lang = form.get('lang')
  if (lang && /^[a-z]{2}$/.test(lang)) search.set('lang', lang)
  if (form.get('embed') === '1') search.set('embed', '1')
  if (form.get('c')) search.set('changed', '1')
  return `/s/${slug}/thanks?${search}`
}
