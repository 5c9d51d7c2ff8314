'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { bulkRecipients, bulkRun, cancelBulk, startBulk, undoBulk } from '@/lib/desk'
import { BulkInput, type BulkProgress } from '@/lib/desk/shared'
import { translator } from '@/lib/i18n'

const Run = z.object({ id: z.string().max(64) })

/** Begins one change of many tickets; the worker goes on with it. */
export const beginRun = action(BulkInput, (actor, input, now) => startBulk(actor, input, now))

/** To how many people a macro would write, and to how many it cannot. */
export const countRecipients = action(BulkInput, (actor, input, now) => bulkRecipients(actor, input, now))

/** How a run stands, with its reasons in words. */
export const lookAtRun = action(Run, async (actor, { id }) => {
  const run = await bulkRun(actor, id)
  return { ...figures(run), skips: run.skips.map(({ code, n }) => ({ n, why: reason(code, actor.locale) })) }
})

export const cancelRun = action(Run, (actor, { id }, now) => cancelBulk(actor, id, now))

export const undoRun = action(Run, (actor, { id }, now) => undoBulk(actor, id, now))

const figures = ({ id, state, total, changed, skipped, undone, left, undoUntil }: BulkProgress) => ({
  ...{ id, state, total, changed, skipped, undone, left },
  undoUntil: undoUntil?.getTime() ?? null,
})

function reason(code: string, locale: 'es' | 'en'): string {
  const t = translator(locale) as unknown as ((key: string, facts?: Record<string, string>) => string) & {
    has(key: string): boolean
  }
  // Sentences of refusals speak of one ticket and of its facts; these are short and speak of many.
  return t.has(`bulk.skip.${code}`) ? t(`bulk.skip.${code}`) : t('refusal.general', { code })
}
