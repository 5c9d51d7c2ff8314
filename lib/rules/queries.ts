import { asc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db'
import { rules } from '@/db/schema'
import type { Actor } from '@/lib/identity/shared'
import { log } from '@/lib/kit/log'
import { refuse } from '@/lib/kit/refusal'
import { demandReading } from './access'
import { ruleOf } from './rule'
import type { Rule } from './shared'

/** The rules in force or switched off, in their order, for the snapshot that intake asks. A row that cannot be understood is left out and logged. */
export async function allRules(): Promise<Rule[]> {
  const rows = await db.select().from(rules).where(isNull(rules.retiredAt)).orderBy(asc(rules.position), asc(rules.id))
  return rows.flatMap((row) => {
    const rule = ruleOf(row)
    if (!rule) log().error({ rule: row.id }, 'rule.unreadable')
    return rule ?? []
  })
}

/** The rules in their order, for people: administrators, managers and leads. Refuses `identity.forbidden`. */
export async function listRules(actor: Actor): Promise<Rule[]> {
  demandReading(actor)
  return allRules()
}

/** One rule. Refuses `rule.unknown`, also for a retired one. */
export async function ruleById(actor: Actor, id: string): Promise<Rule> {
  demandReading(actor)
  const [row] = await db.select().from(rules).where(eq(rules.id, id)).limit(1)
  const rule = row && row.retiredAt === null ? ruleOf(row) : null
  return rule ?? refuse('rule.unknown')
}
