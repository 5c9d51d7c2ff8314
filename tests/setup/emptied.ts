import { atomically } from '@/db'
import * as schema from '@/db/schema'

// From the last table to the first, so that nothing is left that points to something gone.
export const emptied = async () => {
  const order = [
    schema.tallyDays,
    schema.tallyCuts,
    schema.tallyReasons,
    schema.surveyVersions,
    schema.surveys,
    schema.rules,
    schema.touchpointCauses,
    schema.causes,
    schema.touchpoints,
    schema.stages,
    schema.journeys,
    schema.sessions,
    schema.memberships,
    schema.teams,
    schema.users,
    schema.calendars,
    schema.slaPolicies,
    schema.organization,
  ]
  await atomically((tx) => order.map((table) => tx.delete(table)))
}
