import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Running, startServer } from '@/lib/cli/bench/server'

const run = promisify(execFile)
export const administrator = { email: 'alma@lazo.test', password: 'una frase larga y mía' }

/** A data folder of its own; `variables` are what its server is started with. */
export type House = {
  folder: string
  variables: Record<string, string>
  start: (more?: Record<string, string>) => Promise<Running>
  lazo: (...args: string[]) => Promise<string>
  remove: () => void
}

/** An empty house; `founded`: with an administrator, a company, the survey `nps` and the default rules at its first start. */
export function house(founded: boolean, more: Record<string, string> = {}): House {
  const folder = mkdtempSync(join(tmpdir(), 'lazo-e2e-'))
  const variables = {
    DATA_DIR: folder,
    DATABASE_URL: '',
    ...(founded ? { LAZO_ADMIN_EMAIL: administrator.email, LAZO_ADMIN_PASSWORD: administrator.password } : {}),
    ...more,
  }
  return {
    folder,
    variables,
    start: (extra = {}) => startServer('dist/serve.mjs', { ...variables, ...extra }),
    lazo: async (...args) =>
      (
        await run(process.execPath, ['dist/lazo.mjs', ...args], { env: { ...process.env, ...variables } })
      ).stdout.trim(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** An API key for everything that the tests ask of the house. */
export const keyOf = (place: House): Promise<string> =>
  place.lazo('key:create', '--name', 'tests', '--scopes', 'admin', '--rate', '0')
