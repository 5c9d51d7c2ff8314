import { desc, eq } from 'drizzle-orm'
import { atomically, db } from '@/db'
import { imports, letters, passes, responses, rules, sessions, surveys, users } from '@/db/schema'
import {
  createKey,
  createUser,
  endSession,
  invitePerson,
  sealSession,
  sessionCookieName,
  startSession,
  type UserActor,
} from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import { sealToken, sha256 } from '@/lib/kit/seal'
import { receive } from '@/lib/loop'
import { ResponseInput } from '@/lib/surveys/shared'
import { createTicket } from '@/lib/tickets'
import { detractor, foundWorld, type World } from '../support/world'
import { hangOn, leaveUpload } from './hang-on'
import { type MailThings, mailOn, noMail } from './mail-things'
import { noView, viewOf } from './scene-view'
import { type Person, people, type Whose } from './words'

/** What a line of the table may name. */
export type Things = {
  ticket: string
  number: number
  response: string
  customer: string
  customerName: string
  caseToken: string
  unsubscribeToken: string
  letter: string
  rule: string
  /** A live survey and a draft, by slug. */
  survey: string
  draft: string
  /** The journey by slug and by id, a stage of it, a touchpoint of nobody by id, and one of the team by slug. */
  journey: string
  journeyId: string
  stage: string
  point: string
  touchpoint: string
  team: string
  teamSlug: string
  members: string[]
  key: string
  import: string
  /** A session of whoever asks. */
  session: string
  calendar: string
  policy: string
  person: string
  /** An invitation by its id, and the word in its link. */
  invitation: string
  pass: string
  /** Another open ticket of the same customer and team, and what hangs on the first one. */
  sibling: string
  message: string
  task: string
  gesture: string
  notice: string
  /** A view of the team. */
  view: string
  /** A macro of the team; on the ticket `person` shares what they began to write. */
  macro: string
  /** A change of many tickets, of whoever asks. */
  run: string
} & MailThings

type Entry = { cookie: string; session: string }
export type Scene = {
  world: World
  /** Lets everybody of the table come in anew. */
  enter: () => Promise<Record<Person, Entry>>
  /** New things, for those who may do something to them. */
  things: (which: Whose) => Promise<Things>
  /** Things kept for those who may not. */
  refused: () => Promise<Record<Whose, Things>>
}

/** A company with everybody of the table signed in as far as they are, and things to ask for. */
export async function setScene(): Promise<Scene> {
  const world = await foundWorld()
  const guest = await createUser(
    world.admin,
    { name: 'Pilar Gil', email: 'pilar@lazo.test', role: 'agent', teams: [] },
    now(),
  )
  const pass = await invitePerson(world.admin, { role: 'agent', teams: [] }, now())
  const link = pass.path.split('/').at(-1) ?? ''
  const things = async (which: Whose) => (which === 'missing' ? nothing : newThings(world, which, guest.id, link))
  const kept = Promise.all([things('own'), things('foreign')])
  return {
    world,
    enter: async () => {
      const entries = people.map(async (person) => [person, await entryOf(person, world)] as const)
      return Object.fromEntries(await Promise.all(entries)) as Record<Person, Entry>
    },
    things,
    refused: async () => {
      const [own, foreign] = await kept
      return { own, foreign, missing: nothing }
    },
  }
}

async function newThings(world: World, which: 'own' | 'foreign', person: string, pass: string): Promise<Things> {
  const at = now()
  const nick = newId('customer').slice(-12)
  const customerName = `Ana ${nick}`
  const received = await receive(
    { kind: 'key', keyId: 'key_test' },
    ResponseInput.parse(
      detractor({
        touchpoint: which === 'own' ? 'entrega' : 'factura',
        customer: { externalId: nick, email: `${nick}@correo.mx`, name: customerName },
      }),
    ),
    at,
  )
  const [response] = await db.select().from(responses).where(eq(responses.id, received.id))
  const ticket = received.ticket ?? { id: '', number: 0 }
  const [letter] = await db.select().from(letters).where(eq(letters.ticketId, ticket.id))
  const rule = newId('rule')
  const [like] = world.rules
  if (!like) throw new Error('the world has rules')
  const [draft, survey] = [`d-${nick}`, `e-${nick}`]
  const ofSurvey = (slug: string, status: 'draft' | 'live') => ({
    ...world.surveys.nps,
    id: newId('survey'),
    slug,
    status,
  })
  const imported = newId('import')
  leaveUpload(imported)
  await atomically((tx) => [
    tx.insert(rules).values({ ...like, id: rule, slug: rule.replace('_', '-'), position: 9 }),
    tx.insert(surveys).values(ofSurvey(draft, 'draft')),
    tx.insert(surveys).values(ofSurvey(survey, 'live')),
    tx.insert(imports).values({
      ...{ id: imported, surveyId: world.surveys.nps.id, fileName: 'a.csv', state: 'uploaded', bytes: 6, rows: 0 },
      mapping: { columns: { score: 'NPS' }, scale: { min: 0, max: 10 } },
      ...{ imported: 0, duplicates: 0, rejected: 0, tickets: 0, createdAt: at },
    }),
  ])
  const team = which === 'own' ? world.deliveries : world.billing
  const key = await createKey(world.admin, { name: nick, scopes: ['journeys:read'], rate: 0 }, at)
  const [invitation] = await db.select().from(passes).orderBy(desc(passes.id)).limit(1)
  const customer = response?.customerId ?? ''
  const sibling = await createTicket(world.admin, { title: 'Otra cosa', customer, team: team.id }, at)
  const hanging = await hangOn(ticket.id, world, team.id, person, at)
  return {
    ...{ ...hanging, sibling: sibling.id },
    ...(await mailOn(ticket.id, at)),
    ...(await viewOf(team.id, world, at)),
    ...{ ticket: ticket.id, number: ticket.number, response: received.id, customer, customerName, rule, person, pass },
    caseToken: sealToken('case', ticket.id),
    unsubscribeToken: sealToken('unsubscribe', customer),
    ...{ letter: letter?.id ?? '', run: '' },
    ...{ survey, draft, key: key.id, import: imported, session: '', team: team.id, teamSlug: team.slug },
    members: which === 'own' ? [world.lead.id, world.agent.id] : [world.other.id],
    ...{ calendar: world.calendar.id, policy: world.policy.id, journey: 'viaje', journeyId: world.stage.journeyId },
    ...{ stage: world.stage.id, point: world.store.id, touchpoint: which === 'own' ? 'entrega' : 'factura' },
    invitation: invitation?.id ?? '',
  }
}

const nothing: Things = {
  ...noMail,
  ...noView,
  ...{ macro: newId('macro'), run: newId('bulk') },
  ticket: newId('ticket'),
  number: 99_999_999,
  response: newId('response'),
  customer: newId('customer'),
  customerName: 'Nadie',
  caseToken: sealToken('case', newId('ticket')),
  unsubscribeToken: sealToken('unsubscribe', newId('customer')),
  letter: newId('letter'),
  rule: newId('rule'),
  ...{ survey: 'no-hay', draft: 'no-hay', journey: 'no-hay', teamSlug: 'no-hay', members: [] },
  ...{ team: newId('team'), key: newId('key'), import: newId('import'), session: newId('session') },
  ...{ calendar: newId('calendar'), policy: newId('policy'), journeyId: newId('journey'), stage: newId('stage') },
  ...{ point: newId('touchpoint'), touchpoint: 'no-hay' },
  person: newId('user'),
  invitation: newId('pass'),
  pass: 'no-hay',
  ...{ sibling: newId('ticket'), message: newId('message'), task: newId('task') },
  ...{ gesture: newId('gesture'), notice: newId('notice') },
}

/** How somebody comes in: a session of their own, an ended one, one of a person who was shut out since, or none. */
async function entryOf(person: Person, world: World): Promise<Entry> {
  if (person === 'anonymous') return { cookie: '', session: '' }
  const actor: UserActor = person === 'ended' || person === 'disabled' ? world.manager : world[person]
  const id = person === 'disabled' ? await doubleOf(actor) : actor.id
  const session = await startSession(id, { address: null, agent: null }, now())
  if (person === 'ended') await endSession(session.sid, now())
  if (person === 'disabled') {
    await atomically((tx) => [tx.update(users).set({ active: false }).where(eq(users.id, id))])
  }
  const [row] = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.sidHash, sha256(session.sid)))
  return { cookie: `${sessionCookieName()}=${await sealSession(session)}`, session: row?.id ?? '' }
}

async function doubleOf(actor: UserActor): Promise<string> {
  const [row] = await db.select().from(users).where(eq(users.id, actor.id))
  const id = newId('user')
  if (!row) throw new Error('nobody to copy')
  await atomically((tx) => [
    tx.insert(users).values({ ...row, id, email: `${id}@lazo.test`, emailKey: `${id}@lazo.test` }),
  ])
  return id
}
