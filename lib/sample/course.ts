import { days } from '@/lib/kit/clock'
import type { Answer, Pace } from './answer-row'
import { between, type Dice, happens, weighted, whole } from './chance'

/** How one ticket will go, thrown before it begins. Factors are shares of the time that the policy grants. */
export type Course = {
  discard: 'bot' | 'test' | 'duplicate' | null
  /** Business minutes until somebody takes it; null: nobody does. */
  assign: number | null
  /** Null: nobody gets in touch. */
  contact: number | null
  phoneFirst: boolean
  unheard: boolean
  note: boolean
  waits: 'customer' | 'third_party' | null
  /** Null: it is not solved yet. */
  resolve: number | null
  rounds: Verdict[]
}

/** The customer's answer when asked again, and how many milliseconds later; null: silence. */
export type Verdict = { after: number; score: number; solved: 'yes' | 'partly' | 'no' } | null

/** Throws the course of a ticket that was received `age` days ago. */
export function courseOf(answer: Answer, age: number, roll: Dice): Course {
  const { place, pace, row } = answer
  const prompt = (place.slug === 'entrega-a-domicilio' ? 0.68 : 0.76) + (age < 92 ? 0.15 : 0)
  const inTime = happens(roll, prompt)
  const slow = age < 40 && happens(roll, 0.4)
  const course: Course = {
    discard: happens(roll, 0.018) ? weighted(roll, { bot: 2, test: 1, duplicate: 1 }) : null,
    assign: between(roll, 4, 140),
    contact: inTime ? between(roll, 0.1, 0.92) : between(roll, 1.05, 2.4),
    phoneFirst: happens(roll, 0.4),
    unheard: happens(roll, 0.25),
    note: happens(roll, 0.45),
    waits: happens(roll, age < 15 ? 0.42 : 0.22) ? 'customer' : happens(roll, 0.2) ? 'third_party' : null,
    resolve: slow ? between(roll, 0.9, 4.2) : happens(roll, 0.8) ? between(roll, 0.25, 0.95) : between(roll, 1.05, 2),
    rounds: [],
  }
  course.rounds = [0, 1, 2].map((round) => verdictOf(row.score, inTime, round, roll))
  return pace ? { ...course, discard: null, ...paced(pace, roll) } : course
}

function verdictOf(first: number, inTime: boolean, round: number, roll: Dice): Verdict {
  if (!happens(roll, 0.66)) return null
  const chances = inTime ? { promoter: 36, passive: 22, detractor: 42 } : { promoter: 18, passive: 18, detractor: 64 }
  const band = weighted(roll, chances)
  const after = days(between(roll, 0.05, 5.5))
  if (band === 'promoter') return { after, score: whole(roll, 9, 10), solved: 'yes' }
  if (band === 'passive') return { after, score: whole(roll, 7, 8), solved: happens(roll, 0.7) ? 'yes' : 'partly' }
  const solved = round === 2 ? 'yes' : weighted(roll, { yes: 5, partly: 2, no: 3 })
  return { after, score: Math.min(6, first + whole(roll, -1, 3), 6 - (solved === 'no' ? 2 : 0)), solved }
}

const quick = { assign: 20, contact: 0.3, phoneFirst: false, unheard: false, note: true, waits: null } as const

function paced(pace: Pace, roll: Dice): Partial<Course> {
  const happy = { after: days(1.2), score: 9, solved: 'yes' as const }
  const still = { after: days(1.1), score: 2, solved: 'no' as const }
  const unsolved = { resolve: null, waits: null }
  const table: Record<Pace, Partial<Course>> = {
    untouched: { ...unsolved, assign: null, contact: null },
    assigned: { ...unsolved, assign: 30, contact: null },
    talking: { ...quick, ...unsolved },
    waiting: { ...quick, waits: 'customer', resolve: null },
    partner: { ...quick, waits: 'third_party', resolve: null },
    late: { assign: 200, contact: 1.6, phoneFirst: happens(roll, 0.5), unheard: true, ...unsolved },
    resolved: { ...quick, resolve: 0.7, rounds: [null] },
    delighted: { ...quick, resolve: 0.5, rounds: [happy] },
    unmoved: { ...quick, resolve: 0.9, rounds: [{ after: days(1), score: 3, solved: 'yes' }] },
    reopened: { ...quick, resolve: 0.4, rounds: [still, null, null] },
  }
  return table[pace]
}
