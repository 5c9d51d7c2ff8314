import type { CauseSide, controls, Phase } from '@/db/words/journeys'
import type { Channel } from '@/db/words/surveys'

export type Both = { es: string; en: string }

/** Slug, Spanish, English. */
export type GroupSeed = [string, string, string]
export type CauseSeed = [string, string, CauseSide, (typeof controls)[number], boolean, string, string]

export type TouchpointSeed = {
  slug: string
  name: Both
  channels: Channel[]
  /** Slug of the team that answers for it. */
  team: string
  /** Slugs of causes, in the order in which a survey offers them. */
  reasons: string[]
}
export type StageSeed = { slug: string; phase: Phase; name: Both; touchpoints: TouchpointSeed[] }

export type Template = {
  slug: string
  name: Both
  /** Whom it suits. */
  text: Both
  stages: StageSeed[]
}

/** Stages and touchpoints on one line each, so that a journey can be read at a glance. */
export const stage = (
  slug: string,
  phase: Phase,
  es: string,
  en: string,
  touchpoints: TouchpointSeed[],
): StageSeed => ({
  slug,
  phase,
  name: { es, en },
  touchpoints,
})

export const touchpoint = (
  slug: string,
  es: string,
  en: string,
  channels: Channel[],
  team: string,
  reasons: string,
): TouchpointSeed => ({ slug, name: { es, en }, channels, team, reasons: reasons.split(' ') })
