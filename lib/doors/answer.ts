import { type FieldIssue, isRefusal } from '@/lib/kit/refusal'
import { statusOf } from '@/lib/kit/refusal-status'
import { emailKey } from '@/lib/kit/text'
import { categoryOf, type SurveyPage } from '@/lib/surveys'
import { commentTypes, longestComment, ResponseInput, type Solved, solvedAnswers } from '@/lib/surveys/shared'
import { type Again, valuesOf } from './held'

/** What a survey form says, read but not yet believed. */
export type Answer = { score: number; comment: string | null; solved: Solved | null }
type Errors = Again['errors']

/** Score, comment and, on recovery surveys, whether it was solved; or what is wrong with them. */
export function readAnswer(form: URLSearchParams, recovery: boolean): { answer: Answer } | { errors: Errors } {
  const errors: Errors = {}
  const score = /^(?:10|[0-9])$/.test(form.get('score') ?? '') ? Number(form.get('score')) : null
  if (score === null) errors.score = 'score'
  const solved = solvedAnswers.find((word) => word === form.get('solved')) ?? null
  if (recovery && !solved) errors.solved = 'solved'
  // A browser sends line ends as CR LF, whatever was typed.
  const comment = (form.get('comment') ?? '').replace(/\r\n/g, '\n')
  if (comment.length > longestComment) errors.comment = 'comment'
  const email = (form.get('email') ?? '').trim()
  if (email && emailKey(email) === null) errors.email = 'email'
  if (score === null || Object.keys(errors).length > 0) return { errors }
  return { answer: { score, comment: comment.trim() ? comment : null, solved } }
}

/** The answer as `receive` takes it; only reasons that the page offers for this score count. */
export function inputOf(
  form: URLSearchParams,
  answer: Answer,
  page: SurveyPage,
  knownAddress: boolean,
): { input: ResponseInput } | { errors: Errors } {
  const email = (form.get('email') ?? '').trim()
  const side = categoryOf(answer.score) === 'promoter' ? 'promoter' : 'detractor'
  const offered = page.reasons[side].map(({ slug }) => slug)
  const input = ResponseInput.safeParse({
    survey: page.survey.slug,
    score: answer.score,
    ...(page.touchpoint ? { touchpoint: page.touchpoint.slug } : {}),
    language: page.locale,
    reasons: offered.filter((slug) => form.getAll('reason').includes(slug)),
    comment: answer.comment,
    commentType: commentTypes.find((type) => type === form.get('commentType')) ?? null,
    contactAllowed: knownAddress ? form.get('contact') === 'yes' : email !== '',
    ...(email ? { customer: { email, language: page.locale } } : {}),
  })
  if (input.success) return { input: input.data }
  return { errors: errorsOf(input.error.issues.map(({ path }) => ({ path: path.join('.'), code: '', message: '' }))) }
}

/** The page again, with everything still filled in. */
export const again = (form: URLSearchParams, errors: Errors, status = 422): { again: Again } => ({
  again: { values: valuesOf(form), errors, status },
})

/** What the domain refused, as the page says it; anything that is no refusal is thrown on. */
export function refused(error: unknown, form: URLSearchParams): { again: Again } {
  if (!isRefusal(error)) throw error
  const status = statusOf(error.code)
  if (status === 503 || status === 429) return again(form, { form: 'busy' }, status)
  return again(form, error.issues.length > 0 ? errorsOf(error.issues) : {}, status)
}

const fields: Record<string, [string, string]> = {
  score: ['score', 'score'],
  comment: ['comment', 'comment'],
  customer: ['email', 'email'],
  touchpoint: ['form', 'touchpoint'],
}

function errorsOf(issues: FieldIssue[]): Errors {
  const errors: Errors = {}
  for (const { path } of issues) {
    const [name, code] = fields[path.split('.')[0] ?? ''] ?? ['form', 'busy']
    errors[name] = code
  }
  return errors
}
