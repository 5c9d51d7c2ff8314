import type { Counted } from '@/lib/surveys'

const scores = Object.fromEntries(Array.from({ length: 11 }, (_, score) => [`s${score}`, 0])) as Record<Score, number>
type Score = 's0' | 's1' | 's2' | 's3' | 's4' | 's5' | 's6' | 's7' | 's8' | 's9' | 's10'
type Day = { day: string; touchpointId: string; surveyId: string } & Record<Score, number>
type Cut = Day & { cut: string; value: string }
type Reason = {
  day: string
  touchpointId: string
  causeId: string
  detractors: number
  passives: number
  promoters: number
}

/** The tallies of an empty database after these answers: what `tallyWrites` would have summed one by one, as whole rows. */
export function talliesOf(answers: Counted[]): { days: Day[]; cuts: Cut[]; reasons: Reason[] } {
  const days = new Map<string, Day>()
  const cuts = new Map<string, Cut>()
  const reasons = new Map<string, Reason>()
  for (const { day, touchpointId, surveyId, score, category, channel, language, segment, causes } of answers) {
    const base = { day, touchpointId: touchpointId ?? '', surveyId }
    const column = `s${score}` as Score
    kept(days, `${day} ${base.touchpointId} ${surveyId}`, () => ({ ...base, ...scores }))[column] += 1
    for (const [cut, value] of Object.entries({ channel, language, segment }))
      if (value)
        kept(cuts, `${cut} ${value} ${day} ${base.touchpointId} ${surveyId}`, () => ({
          ...base,
          cut,
          value,
          ...scores,
        }))[column] += 1
    for (const causeId of causes)
      kept(reasons, `${day} ${base.touchpointId} ${causeId}`, () => ({
        day,
        touchpointId: base.touchpointId,
        causeId,
        detractors: 0,
        passives: 0,
        promoters: 0,
      }))[`${category}s`] += 1
  }
  return { days: [...days.values()], cuts: [...cuts.values()], reasons: [...reasons.values()] }
}

function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key)
  if (known) return known
  const made = make()
  map.set(key, made)
  return made
}
