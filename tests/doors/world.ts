import { getTableName, is, Table } from 'drizzle-orm'
import { GET as surveyPage } from '@/app/(public)/s/[survey]/[[...token]]/route'
import { GET as casePage } from '@/app/(public)/t/[token]/route'
import { GET as unsubscribePage } from '@/app/(public)/u/[token]/route'
import { db } from '@/db'
import * as schema from '@/db/schema'
import { heldForm, holdForm, type Outcome } from '@/lib/doors'

/** How many rows each table has and a fingerprint of what stands in them: equal before and after means nothing changed. */
export async function everything(): Promise<string> {
  const tables = Object.values(schema).filter((its) => is(its, Table)) as Table[]
  const rows = await Promise.all(
    tables.map(async (table) => [getTableName(table), await db.select().from(table as typeof schema.surveys)]),
  )
  return JSON.stringify(rows)
}

/** A form as a browser posts it. */
export const form = (fields: Record<string, string | string[]>): URLSearchParams =>
  new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])))

/** Who knocks, besides the form. */
export const around = { address: '203.0.113.7', language: 'es-MX,es;q=0.9' }

/** The page at an address, as the server shows it; `held` is a refused form that comes back with it. */
export async function open(path: string, { held, language = 'es' }: { held?: Outcome; language?: string } = {}) {
  const url = new URL(path, 'http://lazo.test')
  const [door, first = '', ...rest] = url.pathname.slice(1).split('/')
  const word = held && 'again' in held ? holdForm(held.again) : null
  const headers = { 'accept-language': language, 'x-nonce': 'n0nce', ...(word ? { 'x-lazo-form': word } : {}) }
  const request = new Request(url, { headers })
  const params = <P>(its: P) => ({ params: Promise.resolve(its) })
  const answer =
    door === 's'
      ? await surveyPage(request, params({ survey: first, ...(rest.length > 0 ? { token: rest } : {}) }))
      : door === 't'
        ? await casePage(request, params({ token: first }))
        : await unsubscribePage(request, params({ token: first }))
  if (word && heldForm(word)) throw new Error('the page did not take the form')
  const text = await answer.text()
  return { status: answer.status, text, main: /<main>([\s\S]*)<\/main>/.exec(text)?.[1] ?? '' }
}

/** The words of a piece of HTML. */
export const words = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()

/** Where an outcome leads. */
export const seen = (outcome: Outcome): string => {
  if ('see' in outcome) return outcome.see
  throw new Error(`not sent on: ${JSON.stringify(outcome)}`)
}
