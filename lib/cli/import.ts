import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Actor } from '@/lib/identity/shared'
import { beginImport, endImport, explainer, lookAt, openUpload, runImport, type Task } from '@/lib/integrations'
import { now } from '@/lib/kit/clock'
import { newId } from '@/lib/kit/ids'
import { isRefusal } from '@/lib/kit/refusal'
import { rowsOf } from '@/lib/kit/table'
import { guessMapping, type Mapping, mustBeSound, type Preview, parseMapping, sampleColumns } from '@/lib/surveys'
import type { Call, Command } from './command'

const terminal: Actor = { kind: 'system', id: 'terminal' }

/** The same import as the page's, from a terminal; prints one JSON object (contract.md 1). */
export const importFile: Command = {
  operands: ['FILE'],
  options: { survey: { type: 'string' }, map: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  required: ['survey'],
  run: async (call) => {
    const file = resolve(call.operands[0] ?? '')
    if (!existsSync(file)) throw new Error(call.t('cli.noFile', { file }))
    const mapping = await mappingOf(file, call)
    const task = { survey: String(call.options.survey), mapping, file }
    const result = call.options['dry-run'] ? await rehearse(task, call) : await perform(task, call)
    call.say(JSON.stringify(result))
    return 0
  },
}

async function mappingOf(file: string, { options, t }: Call): Promise<Mapping> {
  if (!options.map) return guessMapping(await sampleColumns(rowsOf(openUpload(file))))
  const path = resolve(String(options.map))
  if (!existsSync(path)) throw new Error(t('cli.noFile', { file: path }))
  try {
    return parseMapping(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    if (error instanceof SyntaxError) throw new Error(t('cli.mapFile', { file: path, problem: error.message }))
    throw error
  }
}

async function rehearse(task: Task, call: Call) {
  const look = await lookAt(task, now())
  const explain = explainer(call.locale)
  for (const { number, problems } of look.examples) {
    call.note(call.t('cli.importRowFault', { row: number, fault: explain(problems) }))
  }
  mustBeSound(look)
  tell(look, task.mapping, call)
  const { rows, rejected, duplicates, tickets } = look
  return { rows, imported: rows - rejected - duplicates, duplicates, rejected, tickets, rejectedFile: null }
}

async function perform(task: Task, call: Call) {
  const at = now()
  const importId = newId('import')
  const { survey, mapping, file } = task
  await beginImport(
    terminal,
    { id: importId, survey, mapping, fileName: basename(file), bytes: statSync(file).size },
    'running',
    at,
  )
  try {
    let told = at.getTime()
    const result = await runImport(
      {
        ...task,
        importId,
        explain: explainer(call.locale),
        looked: (preview) => tell(preview, mapping, call),
        progress: async ({ rows }, total) => {
          if (now().getTime() - told < 2_000) return
          told = now().getTime()
          call.note(call.t('cli.importProgress', { done: rows, rows: total }))
        },
      },
      at,
    )
    await endImport(importId, result, now())
    return result
  } catch (error) {
    await endImport(importId, { error: isRefusal(error) ? error.code : 'import.failed' }, now())
    throw error
  }
}

// On standard error: standard output is for the one JSON object.
function tell(
  { rows, scores, rejected, history, wanted, undated }: Preview,
  { scale }: Mapping,
  { note, t }: Call,
): void {
  const sum = (from: number, to: number) => scores.slice(from, to + 1).reduce((total, n) => total + n, 0)
  note(
    t('cli.importRead', { rows, detractors: sum(0, 6), passives: sum(7, 8), promoters: sum(9, 10), rejected, history }),
  )
  if (scale) note(t('cli.importScale', { min: scale.min, max: scale.max, inverted: scale.invert ? 'yes' : 'no' }))
  const names = [...wanted.touchpoints.values(), ...wanted.reasons.values()]
  if (names.length > 0) note(t('cli.importCreates', { names: names.join(', ') }))
  if (undated > 0) note(t('cli.importUndated', { count: undated }))
}
