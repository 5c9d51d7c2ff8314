import type { PgTable } from 'drizzle-orm/pg-core'
import { atomically, isDuplicate, type Step, type Tx } from '@/db'
import { frozenRows } from '@/db/frozen'
import * as schema from '@/db/schema'
import type { RowOf } from '@/db/write'
import { dispatchJob } from '@/lib/events'
import { foundOrganization, organization } from '@/lib/identity'
import { enqueue } from '@/lib/jobs'
import { after, days } from '@/lib/kit/clock'
import { refuse } from '@/lib/kit/refusal'
import { countedOf } from '@/lib/surveys'
import { answerForAYear } from './answers'
import { ticketEach } from './cases'
import { dice } from './chance'
import { foundCompany } from './company'
import { idMaker } from './ids'
import { drawJourney } from './journey'
import { drawShelf } from './shelf'
import { drawInitiatives, drawRules, drawSurveys } from './surveys'
import { talliesOf } from './tallies'
import { noRows, type World } from './world'

/**
 * Puts «Casa Lúa» into an empty database: a furniture retailer with a year of answers up to `now`, in one list, all or
 * nothing. Once it stands nothing more happens. Alike for the same `now`. Refuses `sample.occupied` when another company
 * has been set up. No letter leaves: the past is written down as sent to the preview outbox.
 */
export async function loadSample(now: Date): Promise<{ loaded: boolean }> {
  const standing = await organization()
  if (standing) return standing.sample ? { loaded: false } : refuse('sample.occupied')
  const built = await build(now)
  try {
    await atomically((tx) => writesOf(tx, built))
  } catch (error) {
    if (isDuplicate(error) && (await organization())?.sample) return { loaded: false }
    throw error
  }
  return { loaded: true }
}

async function build(now: Date) {
  const id = idMaker(dice('casa lua'))
  const company = await foundCompany(now, id)
  const map = drawJourney(company.teams, now, id)
  const surveys = drawSurveys(now, id)
  const rules = drawRules(now, id)
  const { people } = company
  const world: World = {
    now,
    zone: company.organization.timeZone,
    day: { es: dayFormat('es-MX', company.organization.timeZone), en: dayFormat('en', company.organization.timeZone) },
    seed: 'casa lua 64',
    id,
    people,
    places: map.places,
    causes: map.causes,
    surveys: surveys.ids,
    rule: rules.ids,
    policy: company.policy,
    rows: noRows(),
  }
  ticketEach(world, answerForAYear(world))
  const initiatives = drawInitiatives(map.places, people, now, id)
  const shelf = drawShelf(people, company.teamRows, now, id)
  return { now, company, map, surveys, rules, initiatives, world, shelf }
}

function writesOf(
  tx: Tx,
  { now, company, map, surveys, rules, initiatives, world, shelf }: Awaited<ReturnType<typeof build>>,
) {
  const { rows } = world
  const put = <T extends PgTable>(table: T, list: RowOf<T>[]) => inBulk(tx, table, list)
  const events = rows.events
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map((event) => ({ ...event, id: world.id('event', event.at) }))
  const causes = new Map(rows.reasons.map(({ responseId, causeId }) => [responseId, causeId]))
  const answers = rows.responses.filter(({ kind }) => kind === 'answer')
  const tallies = talliesOf(answers.map((row) => countedOf(row, [causes.get(row.id) ?? []].flat(), 1)))
  const last = Math.max(1000, ...rows.tickets.map(({ number }) => number))
  return [
    ...foundOrganization(company.organization, after(now, -days(400))),
    ...put(schema.calendars, company.calendars),
    ...put(schema.slaPolicies, [company.policy]),
    ...put(schema.teams, company.teamRows),
    ...put(schema.users, company.userRows),
    ...put(schema.memberships, company.memberships),
    ...put(schema.journeys, [map.journey]),
    ...put(schema.stages, map.stages),
    ...put(schema.causes, map.causeRows),
    ...put(schema.touchpoints, map.touchpoints),
    ...put(schema.touchpointCauses, map.offered),
    ...put(schema.surveys, surveys.rows),
    ...put(schema.surveyVersions, surveys.versions),
    ...put(schema.rules, rules.rows),
    ...put(schema.initiatives, initiatives),
    ...put(schema.customers, rows.customers),
    ...put(schema.invitations, rows.invitations),
    ...put(schema.responses, rows.responses),
    ...put(schema.responseReasons, rows.reasons),
    ...put(schema.tickets, rows.tickets),
    ...put(schema.slaClocks, rows.clocks),
    ...put(schema.contactAttempts, rows.attempts),
    ...put(schema.ticketTags, rows.tags),
    ...put(schema.messages, rows.messages),
    ...put(schema.letters, rows.letters),
    ...put(schema.suppressions, rows.suppressions),
    ...put(schema.recoveries, rows.recoveries),
    ...put(schema.watchers, rows.watchers),
    ...put(schema.subTasks, rows.tasks),
    ...put(schema.gestures, rows.gestures),
    ...put(schema.ticketLinks, rows.links),
    ...put(schema.notices, rows.notices),
    ...put(schema.ticketReads, rows.reads),
    ...put(schema.savedViews, shelf.views),
    ...put(schema.macros, shelf.macros),
    ...put(schema.events, events),
    ...indexing(events, now),
    ...put(schema.tallyDays, tallies.days),
    ...put(schema.tallyCuts, tallies.cuts as RowOf<typeof schema.tallyCuts>[]),
    ...put(schema.tallyReasons, tallies.reasons),
    tx.insert(schema.counters).values({ name: 'tickets', value: last }),
  ]
}

// The worker puts the words of every ticket where search finds them, as it does for a ticket that has just been opened.
function indexing(events: World['rows']['events'], now: Date): Step[] {
  const opened = events.filter(({ kind }) => kind === 'ticket.opened').map(({ id }) => id)
  return Array.from({ length: Math.ceil(opened.length / 100) }, (_, at) =>
    enqueue(dispatchJob, { events: opened.slice(at * 100, at * 100 + 100) }, now),
  )
}

const dayFormat = (locale: string, timeZone: string) =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone })

const many = 200

// Two hundred rows a statement, rendered once for each table; what is left over in one of its own.
function inBulk<T extends PgTable>(tx: Tx, table: T, rows: RowOf<T>[]): Step[] {
  const whole = Math.floor(rows.length / many)
  const insert = whole > 0 ? frozenRows(table, many) : null
  const rest = rows.slice(whole * many)
  return [
    ...Array.from({ length: whole }, (_, at) => insert?.(rows.slice(at * many, (at + 1) * many))).filter((w) => !!w),
    ...(rest.length > 0 ? [tx.insert(table).values(rest as never)] : []),
  ]
}
