import { z } from 'zod'
import { people, teams } from '@/lib/identity'
import { roles } from '@/lib/identity/shared'
import { journeyList, journeyTree } from '@/lib/journeys'
import { refuse } from '@/lib/kit/refusal'
import { listSurveys } from '@/lib/surveys'
import { surveyKinds, surveyStatuses } from '@/lib/surveys/shared'
import { resource } from './resource'

const Named = { id: z.string(), slug: z.string(), name: z.string(), names: z.record(z.string(), z.string()) }
const whole = <T extends z.ZodType>(item: T) => z.strictObject({ data: z.array(item), nextCursor: z.null() })

const Journey = z.strictObject(Named)
const Tree = z.strictObject({
  ...Named,
  stages: z.array(
    z.strictObject({
      ...Named,
      phase: z.string(),
      touchpoints: z.array(
        z.strictObject({
          ...Named,
          status: z.string(),
          channels: z.array(z.string()),
          /** Slug of the team that answers for it. */
          team: z.string().nullable(),
          desiredScore: z.int().nullable(),
          reasons: z.array(z.strictObject({ ...Named, side: z.string() })),
        }),
      ),
    }),
  ),
})

type Name = { id: string; slug: string; name: string; names: Record<string, string> }
const named = ({ id, slug, name, names }: Name): Name => ({ id, slug, name, names })
const all = <T>(data: T[]) => ({ status: 200, body: { data, nextCursor: null } })

/** What an answer, a rule or a ticket may name: journeys, surveys, teams, people. */
export const directoryResources = [
  resource({
    method: 'GET',
    path: '/journeys',
    scope: 'journeys:read',
    summary: 'The journeys that stand.',
    output: whole(Journey),
    run: async (actor) => all((await journeyList(actor)).map(named)),
  }),
  resource({
    method: 'GET',
    path: '/journeys/{id}',
    scope: 'journeys:read',
    summary: 'A journey, by id or slug: stages, touchpoints, owning teams, channels, reasons.',
    output: Tree,
    run: async (actor, { params }) => {
      const journey = (await journeyList(actor)).find(({ id, slug }) => id === params.id || slug === params.id)
      const tree = journey && (await journeyTree(actor, journey.slug))
      if (!tree) return refuse('journey.unknown')
      const stages = tree.stages.map((stage) => ({
        ...named(stage),
        phase: stage.phase,
        touchpoints: stage.touchpoints.map((touchpoint) => ({
          ...named(touchpoint),
          status: touchpoint.status,
          channels: touchpoint.channels,
          team: touchpoint.team?.slug ?? null,
          desiredScore: touchpoint.desiredScore,
          reasons: touchpoint.reasons.map((reason) => ({ ...named(reason), side: reason.side })),
        })),
      }))
      return { status: 200, body: { ...named(tree), stages } }
    },
  }),
  resource({
    method: 'GET',
    path: '/surveys',
    scope: 'journeys:read',
    summary: 'Every survey, live ones first.',
    output: whole(
      z.strictObject({
        ...Named,
        kind: z.enum(surveyKinds),
        status: z.enum(surveyStatuses),
        languages: z.array(z.string()),
        touchpoint: z.string().nullable(),
      }),
    ),
    run: async (actor) =>
      all(
        (await listSurveys(actor)).map(({ kind, status, languages, touchpoint, ...survey }) => ({
          ...named(survey),
          ...{ kind, status, languages, touchpoint: touchpoint?.slug ?? null },
        })),
      ),
  }),
  resource({
    method: 'GET',
    path: '/teams',
    scope: 'journeys:read',
    summary: 'The teams at work.',
    output: whole(z.strictObject(Named)),
    run: async (actor) => all((await teams(actor)).map(named)),
  }),
  resource({
    method: 'GET',
    path: '/users',
    scope: 'tickets:read',
    summary: 'The people who work here; `teams` are ids.',
    output: whole(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        email: z.string().nullable(),
        role: z.enum(roles),
        active: z.boolean(),
        teams: z.array(z.string()),
      }),
    ),
    run: async (actor) =>
      all(
        (await people(actor)).map(({ id, name, email, role, active, teams: of }) => ({
          ...{ id, name, email, role, active, teams: of },
        })),
      ),
  }),
]
