import type { Surroundings } from '@/lib/surveys'
import type { ResponseInput } from '@/lib/surveys/shared'
import type { Configuration } from './configuration'

/** What the configuration says of what an answer names. Pure. */
export const around = (input: ResponseInput, config: Configuration): Surroundings => ({
  survey: config.surveys.get(input.survey),
  touchpoint: input.touchpoint ? config.touchpoints.get(input.touchpoint) : undefined,
  causes: (input.reasons ?? []).map((slug) => config.causes.get(slug)),
  timeZone: config.organization.timeZone,
  contactDefault: config.organization.contactDefault,
  language: config.organization.locale,
})
