import { z } from 'zod'
import { type Filled, frozen } from '@/db'
import { surveys, surveyVersions } from '@/db/schema'
import { surveyKinds } from '@/db/words/surveys'
import { locales } from '@/lib/i18n'
import { newId } from '@/lib/kit/ids'
import { refuse } from '@/lib/kit/refusal'
import { slug } from './shared'
import { OwnTexts, tidyTexts } from './texts'

export type SurveyRow = typeof surveys.$inferSelect
export type SurveyStatus = SurveyRow['status']

const name = z.string().trim().min(1).max(120)
const names = z.record(z.enum(locales), name)
const languages = z.array(z.enum(locales)).min(1)

/** What a new survey is made of; what is left out is the house's own. `touchpoint` is a slug. */
export const SurveyDraft = z.strictObject({
  slug: slug.optional(),
  name,
  names: z.partialRecord(z.enum(locales), name).optional(),
  kind: z.enum(surveyKinds),
  touchpoint: slug.nullish(),
  languages: languages.optional(),
  texts: OwnTexts.optional(),
})
export type SurveyDraft = z.input<typeof SurveyDraft>

/** What may be changed on a survey; `version` is the one that was seen. */
export const SurveyChange = z.strictObject({
  version: z.int(),
  name: name.optional(),
  names: names.optional(),
  touchpoint: slug.nullish(),
  languages: languages.optional(),
  texts: OwnTexts.optional(),
})
export type SurveyChange = z.input<typeof SurveyChange>

/** A survey begins as a draft, takes answers while it is live, and may be closed and opened again; it is never a draft again. */
export const surveyTable = { draft: ['live'], live: ['closed'], closed: ['live'] } as const satisfies Record<
  SurveyStatus,
  readonly SurveyStatus[]
>

/** Refuses `survey.impossible` when a survey cannot go from one status to another. */
export function demandTransition(from: SurveyStatus, to: SurveyStatus): void {
  const ways: readonly SurveyStatus[] = surveyTable[from]
  if (!ways.includes(to)) refuse('survey.impossible', { from, to })
}

/** A survey that does not exist yet, as a row. Pure but for its new id. */
export function newSurvey(
  draft: Omit<z.output<typeof SurveyDraft>, 'touchpoint' | 'slug'> & { slug: string; touchpointId: string | null },
  status: SurveyStatus,
  now: Date,
): SurveyRow {
  return {
    id: newId('survey'),
    slug: draft.slug,
    name: draft.name,
    names: draft.names ?? {},
    kind: draft.kind,
    status,
    touchpointId: draft.touchpointId,
    texts: tidyTexts(draft.texts ?? {}) as SurveyRow['texts'],
    languages: draft.languages ?? [...locales],
    createdAt: now,
    version: 1,
  }
}

const insertSurvey = frozen(surveys)
const insertVersion = frozen(surveyVersions)

/** The writes that put a new survey and its first version down. */
export const surveyWrites = (survey: SurveyRow): Filled[] => [insertSurvey(survey), versionWrite(survey)]

/** The write that keeps a version's texts for good: what was answered never changes. */
export const versionWrite = (survey: Pick<SurveyRow, 'id' | 'version' | 'texts' | 'createdAt'>): Filled =>
  insertVersion({ surveyId: survey.id, version: survey.version, texts: survey.texts, createdAt: survey.createdAt })
