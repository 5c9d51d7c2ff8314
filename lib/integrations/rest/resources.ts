import { customerResources } from './customers'
import { directoryResources } from './directory'
import { eventResources } from './events'
import { insightResources } from './insights'
import type { Resource } from './resource'
import { postResponse, postResponses } from './responses'
import { responseResources } from './responses-read'
import { ticketResources } from './tickets'

/** Everything that stands under `/api/v1`. A resource that is not in this list does not exist. */
export const resources: readonly Resource[] = [
  postResponse,
  postResponses,
  ...responseResources,
  ...ticketResources,
  ...customerResources,
  ...directoryResources,
  ...insightResources,
  ...eventResources,
]
