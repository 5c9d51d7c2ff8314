import { eq } from 'drizzle-orm'
import { db } from '@/db'
import { stages, touchpoints } from '@/db/schema'
import type { OrganizationRow } from '@/lib/identity'
import { toMinor } from '@/lib/kit/money'
import { emailKey } from '@/lib/kit/text'
import { allRules, compile, type ResponseFacts } from '@/lib/rules'
import { categoryOf, type ImportedResponse } from '@/lib/surveys'

/** Which ticket a row would open: a name that equal customers at equal touchpoints share, or null where no rule wants one. */
export async function foresight(
  survey: string,
  house: OrganizationRow,
): Promise<(response: ImportedResponse) => string | null> {
  const plan = compile(await allRules())
  const stageOf = await stageSlugs()
  let nameless = 0
  return (response) => {
    if (!plan(factsOf(response, survey, stageOf, house))) return null
    const { customer, touchpoint } = response
    const who = customer?.externalId ?? (customer?.email ? emailKey(customer.email) : null)
    nameless += 1
    return who && touchpoint ? `${who} ${touchpoint}` : `#${nameless}`
  }
}

async function stageSlugs(): Promise<Map<string, string>> {
  const rows = await db
    .select({ slug: touchpoints.slug, stage: stages.slug })
    .from(touchpoints)
    .innerJoin(stages, eq(stages.id, touchpoints.stageId))
  return new Map(rows.map(({ slug, stage }) => [slug, stage]))
}

function factsOf(
  response: ImportedResponse,
  survey: string,
  stageOf: Map<string, string>,
  house: OrganizationRow,
): ResponseFacts {
  const { customer, touchpoint } = response
  const value = customer?.annualValue
  return {
    score: response.score,
    category: categoryOf(response.score),
    survey,
    touchpoint: touchpoint ?? null,
    stage: stageOf.get(touchpoint ?? '') ?? null,
    channel: response.channel ?? 'import',
    segment: customer?.segment ?? null,
    annualValue: value ? toMinor(value.amount, value.currency) : null,
    valueCurrency: value?.currency ?? null,
    reasons: response.reasons ?? [],
    commentType: response.commentType ?? null,
    language: response.language ?? customer?.language ?? house.locale,
    comment: response.comment ?? '',
    contactAllowed: response.contactAllowed ?? house.contactDefault,
  }
}
