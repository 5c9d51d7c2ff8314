import { unsubscribe, unsubscribePage, updateCustomer } from '@/lib/customers'
import { openToken } from '@/lib/kit/seal'
import { again } from './answer'
import type { Knock, Outcome } from './knock'

/**
 * No more surveys, or, with `intent=undo`, as it was before. A mail program's one click (RFC 8058: body
 * `List-Unsubscribe=One-Click`) gets a plain 200 without a redirect, as often as it comes.
 */
export async function postUnsubscribe(knock: Knock & { token: string }, now: Date): Promise<Outcome> {
  const { token, form } = knock
  const page = await unsubscribePage(token)
  const id = openToken('unsubscribe', token)
  if (!page || !id) return again(form, {}, 404)
  const undo = form.get('intent') === 'undo'
  if (!undo) await unsubscribe(token, now)
  else if (page.optedOut) await updateCustomer({ kind: 'system', id: 'doors' }, id, { surveys: true }, null, now)
  if (form.has('List-Unsubscribe')) return { plain: { status: 200, text: 'OK' } }
  const lang = /^[a-z]{2}$/.test(form.get('lang') ?? '') ? `?lang=${form.get('lang')}` : ''
  return { see: `/u/${token}${lang}${undo ? `${lang ? '&' : '?'}undone=1` : ''}` }
}
