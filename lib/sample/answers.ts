import { after, days, hours } from '@/lib/kit/clock'
import { categoryOf } from '@/lib/surveys'
import { type Answer, type Pace, putDown, stage } from './answer-row'
import { between, type Dice, dice, happens, pick, weighted, whole } from './chance'
import { type Customer, meet, type Reach } from './crowd'
import scenes from './data/scenes.json'
import { comment } from './says'
import type { Place, World } from './world'

type Scene = {
  customer: string
  touchpoint: string
  score: number
  daysAgo: number
  comment: string | null
  cause: string
  reach?: Reach
  pace?: Pace
  declined?: boolean
}
type Planned = { at: Date; place: Place; scene: Scene | null; seed: string }

const count = 3_180

/** A year of answers, oldest first: more of late, few on Sundays, none at night; the scenes among them. */
export function answerForAYear(world: World): Answer[] {
  const used = new Set<string>()
  const regulars: Customer[] = []
  const named = new Map<string, Customer>()
  const first = plan(world).map(({ at, place, scene, seed }) => {
    const roll = dice(seed)
    const answer = scene
      ? playScene(world, roll, at, place, scene, named)
      : chanceAnswer(world, roll, at, place, who(world, roll, at, regulars), used)
    return putDown(world, { ...answer, seed })
  })
  const later = first.flatMap((answer) => answerAgain(world, answer, used))
  return [...first, ...later].sort((a, b) => a.row.submittedAt.getTime() - b.row.submittedAt.getTime())
}

/** Some of the detractors whom nobody could contact answer another survey weeks later: the change that comes by itself. */
function answerAgain(world: World, { row, customer, seed }: Answer, used: Set<string>): Answer[] {
  const unheard = !row.contactAllowed || customer?.reach === 'none' || customer?.reach === 'bounces'
  const roll = dice(`again ${seed}`)
  if (row.category !== 'detractor' || !customer || !unheard || !happens(roll, 0.9)) return []
  const at = after(row.submittedAt, days(between(roll, 6, 45)))
  if (at > world.now) return []
  const place = pick(roll, world.places)
  const answer = chanceAnswer(world, roll, at, place, customer, used, Math.min(10, row.score + whole(roll, -2, 4)))
  return [putDown(world, { ...answer, seed: `${seed} again` })]
}

function playScene(world: World, roll: Dice, at: Date, place: Place, scene: Scene, named: Map<string, Customer>) {
  const known = named.get(scene.customer)
  const customer = known ?? meet(world, roll, at, { name: scene.customer, ...(scene.reach && { reach: scene.reach }) })
  named.set(scene.customer, customer)
  const answer = stage(world, roll, at, place, customer, scene.score, scene.cause)
  answer.pace = scene.pace ?? null
  answer.row.comment = scene.comment
  answer.row.commentType = scene.comment ? (scene.score >= 9 ? 'praise' : 'complaint') : null
  answer.row.contactAllowed = !scene.declined
  answer.row.channel = scene.reach === 'phone' ? 'phone' : 'email'
  return answer
}

function chanceAnswer(
  world: World,
  roll: Dice,
  at: Date,
  place: Place,
  customer: Customer | null,
  used: Set<string>,
  given?: number,
): Answer {
  const score = Math.max(0, given ?? scoreAt(place, ageOf(world, at), roll))
  const band = categoryOf(score)
  const cause = band === 'passive' ? null : weighted(roll, band === 'detractor' ? place.against : place.for)
  const answer = stage(world, roll, at, place, customer, score, cause)
  const language = answer.row.language === 'en' ? 'en' : 'es'
  answer.row.comment = comment(roll, { place: place.slug, cause, band, language }, used)
  const complains = band === 'detractor' || (band === 'passive' && happens(roll, 0.2))
  const kind = complains ? 'complaint' : band === 'promoter' ? 'praise' : 'suggestion'
  answer.row.commentType = answer.row.comment ? kind : null
  return answer
}

function plan(world: World): Planned[] {
  const roll = dice(`${world.seed} plan`)
  const weights = Object.fromEntries(world.places.map((place) => [place.slug, place.weight]))
  const places = new Map(world.places.map((place) => [place.slug, place]))
  const planned: Planned[] = []
  for (let at = 0; at < count; at++) {
    const place = places.get(weighted(roll, weights))
    if (place) planned.push({ at: moment(world, roll), place, scene: null, seed: `${world.seed} answer ${at}` })
  }
  for (const scene of scenes as Scene[]) {
    const place = places.get(scene.touchpoint)
    const at = after(world.now, -days(scene.daysAgo))
    if (place) planned.push({ at, place, scene, seed: `scene ${scene.customer} ${scene.daysAgo}` })
  }
  return planned.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** A moment of the last year by local hours, the same number of days ago whatever the hour is now. */
function moment(world: World, roll: Dice): Date {
  const ago = Math.floor(364 * growing(roll))
  const minute = Math.floor(60 * (8 + 13.5 * ((roll() + roll()) / 2)))
  const sundayMoves = happens(roll, 0.6)
  const midnight = startOfDay(world, ago)
  // Mexico City is six hours behind UTC all year.
  const sunday = new Date(midnight - 6 * hours(1)).getUTCDay() === 0
  const at = midnight + minute * 60_000 - (sunday && sundayMoves ? days(1) : 0)
  return new Date(at < world.now.getTime() - 60_000 ? at : at - days(1))
}

// More of late: twice as many answers in the last month as in the first.
const growing = (roll: Dice) => {
  const share = roll()
  return happens(roll, 0.3) ? share * share : share
}

const startOfDay = (world: World, ago: number) => {
  const local = world.now.getTime() - 6 * hours(1)
  return Math.floor(local / days(1)) * days(1) + 6 * hours(1) - days(ago)
}

const ageOf = (world: World, at: Date) => (world.now.getTime() - at.getTime()) / days(1)

/** Scores as a place deserved them then: one gets worse over the last hundred days, one was mended two months ago. */
function scoreAt(place: Place, age: number, roll: Dice): number {
  const worse = place.course === 'worsens' ? Math.max(0, Math.min(1, (98 - age) / 60)) : 0
  const better = place.course === 'mended' ? Math.max(0, Math.min(1, (66 - age) / 18)) : 0
  const promoters = place.promoters - 0.3 * worse + 0.24 * better
  const detractors = place.detractors + 0.4 * worse - 0.3 * better
  const band = weighted(roll, { promoter: promoters, detractor: detractors, passive: 1 - promoters - detractors })
  if (band === 'promoter') return happens(roll, 0.58) ? 10 : 9
  if (band === 'passive') return happens(roll, 0.6) ? 8 : 7
  return Number(weighted(roll, { 6: 24, 5: 22, 4: 14, 3: 15, 2: 11, 1: 8, 0: 6 }))
}

/** One in five has answered before; one in fourteen says nothing of who they are. */
function who(world: World, roll: Dice, at: Date, regulars: Customer[]): Customer | null {
  if (happens(roll, 0.07)) return null
  if (regulars.length > 40 && happens(roll, 0.24)) return pick(roll, regulars)
  const customer = meet(world, roll, at)
  regulars.push(customer)
  return customer
}
