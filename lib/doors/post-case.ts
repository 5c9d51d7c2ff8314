import { customerMessage, reopenByCustomer } from '@/lib/followups'
import { isRefusal } from '@/lib/kit/refusal'
import { longestComment } from '@/lib/surveys/shared'
import { again, refused } from './answer'
import type { Knock, Outcome } from './knock'

/** A posted form of the customer's own page: a message (`intent=message`), or "it is not solved" (`intent=reopen`) with or without words. */
export async function postCase(knock: Knock & { token: string }, now: Date): Promise<Outcome> {
  const { token, form } = knock
  const reopens = form.get('intent') === 'reopen'
  const text = (form.get('text') ?? '').replace(/\r\n/g, '\n').trim()
  if (!reopens && text === '') return again(form, { text: 'message' })
  if (text.length > longestComment) return again(form, { text: 'comment' })
  try {
    if (reopens) await reopenByCustomer(token, text ? { text } : {}, now)
    else await customerMessage(token, { text }, now)
  } catch (error) {
    if (isRefusal(error) && error.code === 'rate.exceeded') return again(form, { text: 'often' }, 429)
    return refused(error, form)
  }
  const search = new URLSearchParams({ said: reopens ? 'reopened' : 'sent' })
  const lang = form.get('lang')
  if (lang && /^[a-z]{2}$/.test(lang)) search.set('lang', lang)
  return { see: `/t/${token}?${search}` }
}
