import type { Both, Template } from '../template'
import { commerce } from './commerce'
import { service } from './service'
import { subscription } from './subscription'
import { suggestedTeams } from './teams'

/** The journeys that Lazo ships, the most usual first. */
export const templates: Template[] = [commerce, subscription, service]

/** The template of this slug, or undefined. */
export const templateBySlug = (slug: string): Template | undefined => templates.find((one) => one.slug === slug)

/** The teams that a template's touchpoints belong to, customer service (whoever answers for the rest) first. */
export function teamsOf(template: Template): { slug: string; name: Both }[] {
  const slugs = ['customer-service', ...template.stages.flatMap((its) => its.touchpoints.map((one) => one.team))]
  return [...new Set(slugs)].map((slug) => ({ slug, name: suggestedTeams[slug] ?? { es: slug, en: slug } }))
}
