import { and, eq } from 'drizzle-orm'
import { atomically, frozen, must, type Step } from '@/db'
import { raiseConfiguration } from '@/db/configuration'
import { prepared } from '@/db/prepared'
import { organization as organizations } from '@/db/schema'
import { record } from '@/lib/events'
import { Refusal, refuse } from '@/lib/kit/refusal'
import { type Actor, authorOf, demand, type OrganizationInput } from './shared'

export type OrganizationRow = typeof organizations.$inferSelect

// One installation is one organization: the id is the same everywhere, so that two cannot be founded at once.
const theId = 'organization'
const insertOrganization = frozen(organizations)
const theOne = prepared('the organization', (read) => read.select().from(organizations).limit(1))

/** The organization of this installation, or null before it is set up. */
export const organization = async (): Promise<OrganizationRow | null> => (await theOne({}))[0] ?? null

/** The writes that found the organization; the list fails as a duplicate when there is one. */
export const foundOrganization = (its: OrganizationInput & { sample: boolean }, now: Date): Step[] => [
  insertOrganization({ id: theId, ...its, createdAt: now, version: 1 }),
  raiseConfiguration(),
  ...record(
    [
      {
        kind: 'settings.organization_founded',
        subject: { kind: 'organization', id: theId },
        actor: { kind: 'system', id: 'setup' },
        payload: { country: its.country, sample: its.sample },
      },
    ],
    now,
  ),
]

/** Changes the organization's settings; refuses `organization.unknown`, `organization.stale`. */
export async function updateOrganization(actor: Actor, patch: Partial<OrganizationInput>, now: Date): Promise<void> {
  demand(actor, 'settings.manage')
  const row = (await organization()) ?? refuse('organization.unknown')
  await atomically((tx) => [
    must(
      tx
        .update(organizations)
        .set({ ...patch, version: row.version + 1 })
        .where(and(eq(organizations.id, row.id), eq(organizations.version, row.version))),
      () => new Refusal('organization.stale'),
    ),
    raiseConfiguration(),
    ...record(
      [
        {
          kind: 'settings.organization_changed',
          subject: { kind: 'organization', id: row.id },
          actor: authorOf(actor),
          payload: { fields: Object.keys(patch) },
        },
      ],
      now,
    ),
  ])
}
