import { sql } from 'drizzle-orm'
import { type Filled, freeze } from '.'
import { configuration } from './schema'

const raise = freeze('raise configuration', (tx) =>
  tx
    .insert(configuration)
    .values({ id: 'one', version: 1 })
    .onConflictDoUpdate({ target: configuration.id, set: { version: sql`${configuration.version} + 1` } }),
)

/** Goes in every list that edits rules, touchpoints, causes, teams, policies, calendars, surveys or the organization: each process then rebuilds its snapshot. */
export const raiseConfiguration = (): Filled => raise({})
