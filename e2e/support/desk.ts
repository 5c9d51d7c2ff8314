import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { signIn } from '@/lib/cli/bench/desk'
import type { Running } from '@/lib/cli/bench/server'
import type { House } from './house'

// The demo's one password, as `npm run demo` prints it.
const password = 'casa lua abre a las diez'

/** Reads the house's file beside its server. */
export function ask<Row>(place: House, text: string, ...values: unknown[]): Row[] {
  const file = new Database(join(place.folder, 'lazo.db'), { readonly: true })
  try {
    return file.prepare(text).all(...values) as Row[]
  } finally {
    file.close()
  }
}

/** People of the sample company who work for the team that has most new tickets. */
export function teamAtWork(place: House): { id: string; email: string; name: string }[] {
  const [busy] = ask<{ team: string }>(
    place,
    "select team_id as team from tickets where status = 'new' group by team_id order by count(*) desc limit 1",
  )
  return ask(
    place,
    `select users.id, users.email, users.name from memberships join users on users.id = memberships.user_id
      where memberships.team_id = ? and users.active = 1 and users.role in ('agent', 'lead') order by users.created_at`,
    busy?.team,
  )
}

type Look = { width?: number; scheme?: 'light' | 'dark' }

/** A window of a person who is signed in. */
export async function windowOf(browser: Browser, server: Running, email: string, look: Look = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1440, height: 900 },
    colorScheme: look.scheme ?? 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const cookies = await signIn(server.url, { email, password })
  const pairs = cookies.split('; ').map((pair) => pair.split(/=(.*)/s))
  await context.addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url: server.url })))
  return context.newPage()
}

/** What was said last to those who hear the page. */
export const heard = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('[aria-live=polite]')?.textContent?.trim() ?? '')

/** The number of the ticket on whose row the focus stands. */
export const rowInFocus = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('tr[data-id]')?.dataset.id ?? null)
