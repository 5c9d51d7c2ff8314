import { and, eq } from 'drizzle-orm'
import { atomically, isDuplicate, must } from '@/db'
import { raiseConfiguration } from '@/db/configuration'
import { surveys } from '@/db/schema'
import { record } from '@/lib/events'
import { type Actor, demand } from '@/lib/identity/shared'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { slugOf } from '@/lib/kit/text'
import { findSurvey } from './find'
import {
  demandTransition,
  newSurvey,
  SurveyChange,
  SurveyDraft,
  type SurveyRow,
  type SurveyStatus,
  surveyWrites,
  versionWrite,
} from './survey'
import { fact, idOfTouchpoint } from './survey-ground'
import { type OwnTexts, tidyTexts } from './texts'

/**
 * Makes a survey, as a draft; returns its id and slug (made from the name when none is given). Refuses `identity.forbidden`,
 * `survey.taken`, `touchpoint.unknown`.
 */
export async function createSurvey(
  actor: Actor,
  input: SurveyDraft,
  now: Date,
  status: SurveyStatus = 'draft',
): Promise<{ id: string; slug: string }> {
  demand(actor, 'surveys.edit')
  const draft = SurveyDraft.parse(input)
  const slug = draft.slug ?? slugOf(draft.name)
  if (slug === '' || (await findSurvey(slug))) refuse('survey.taken', { slug })
  const touchpointId = await idOfTouchpoint(draft.touchpoint)
  const survey = newSurvey({ ...draft, slug, touchpointId }, status, now)
  try {
    await atomically(() => [
      ...surveyWrites(survey),
      raiseConfiguration(),
      ...record([fact(actor, survey, 'survey.created', { kind: survey.kind, status })], now),
    ])
  } catch (error) {
    throw isDuplicate(error) ? new Refusal('survey.taken', { slug }) : error
  }
  return { id: survey.id, slug }
}

/**
 * Changes a survey's name, touchpoint, languages or texts: a new version, so that those who answered an earlier one did
 * answer what stands there. A language that is named in `texts` is replaced whole. Returns the new version. Refuses `survey.unknown`, `survey.stale`, `touchpoint.unknown`.
 */
export async function updateSurvey(actor: Actor, slug: string, input: SurveyChange, now: Date): Promise<number> {
  demand(actor, 'surveys.edit')
  const change = SurveyChange.parse(input)
  const survey = (await findSurvey(slug)) ?? refuse('survey.unknown', { slug })
  const stale = () => new Refusal('survey.stale', { slug, version: survey.version })
  if (survey.version !== change.version) throw stale()
  const changed: SurveyRow = {
    ...survey,
    name: change.name ?? survey.name,
    names: { ...survey.names, ...change.names },
    touchpointId: change.touchpoint === undefined ? survey.touchpointId : await idOfTouchpoint(change.touchpoint),
    languages: change.languages ?? survey.languages,
    texts: tidyTexts({ ...(survey.texts as OwnTexts), ...change.texts }) as SurveyRow['texts'],
    version: survey.version + 1,
  }
  const { name, names, touchpointId, languages, texts, version } = changed
  await atomically((tx) => [
    must(
      tx
        .update(surveys)
        .set({ name, names, touchpointId, languages, texts, version })
        .where(and(eq(surveys.id, survey.id), eq(surveys.version, survey.version)))
        .returning({ id: surveys.id }),
      stale,
    ),
    versionWrite({ ...changed, createdAt: now }),
    raiseConfiguration(),
    ...record([fact(actor, survey, 'survey.edited', { version })], now),
  ])
  return version
}

/** From now on the survey takes answers. Refuses `survey.unknown`, `survey.impossible`. */
export const openSurvey = (actor: Actor, slug: string, now: Date): Promise<void> => turn(actor, slug, 'live', now)

/** From now on it takes none; links to it say so. Refuses `survey.unknown`, `survey.impossible`. */
export const closeSurvey = (actor: Actor, slug: string, now: Date): Promise<void> => turn(actor, slug, 'closed', now)

async function turn(actor: Actor, slug: string, to: 'live' | 'closed', now: Date): Promise<void> {
  demand(actor, 'surveys.edit')
  const survey = (await findSurvey(slug)) ?? refuse('survey.unknown', { slug })
  demandTransition(survey.status, to)
  await atomically((tx) => [
    must(
      tx
        .update(surveys)
        .set({ status: to })
        .where(and(eq(surveys.id, survey.id), eq(surveys.status, survey.status)))
        .returning({ id: surveys.id }),
      () => new Refusal('survey.stale', { slug }),
    ),
    raiseConfiguration(),
    ...record([fact(actor, survey, to === 'live' ? 'survey.opened' : 'survey.closed', { from: survey.status })], now),
  ])
}
