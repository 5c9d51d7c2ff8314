import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { surroundings } from '@/lib/kit/env'
import { rounded } from './desk'

/** Milliseconds of processor time that the worker spends on one answer's jobs, until nothing that is due waits. */
export async function measureWorker(
  folder: string,
  variables: Record<string, string>,
  answers: number,
): Promise<number> {
  const child = spawn(process.execPath, ['dist/lazo.mjs', 'worker'], {
    env: surroundings({ ...variables, DATA_DIR: folder }),
    stdio: 'ignore',
  })
  const cpu = () => {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * 10
  }
  const file = new Database(join(folder, 'lazo.db'), { readonly: true })
  const waiting = file.prepare('select count(*) from jobs where done_at is null and run_at <= ?').pluck()
  let before: number | null = null
  let spent = 0
  for (let attempt = 0; attempt < 600; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    before ??= cpu()
    spent = cpu() - before
    if (Number(waiting.get(Date.now())) === 0) break
  }
  file.close()
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
  return rounded(spent / answers)
}
