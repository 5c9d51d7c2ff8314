import type { Resource } from './resource'
import { postResponse, postResponses } from './responses'

/** Everything that stands under `/api/v1`. A resource that is not in this list does not exist. */
export const resources: readonly Resource[] = [postResponse, postResponses]
