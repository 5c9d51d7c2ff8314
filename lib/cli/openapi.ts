import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { openApiDocument } from '@/lib/integrations'
import type { Command } from './command'

const committed = 'docs/openapi.json'

/** Writes docs/openapi.json from the resources; with `--check` only says whether it still tells the truth. */
export const openapi: Command = {
  operands: [],
  options: { check: { type: 'boolean' } },
  run: async ({ options, t, say, note }) => {
    const document = `${JSON.stringify(openApiDocument(), null, 2)}\n`
    if (!options.check) {
      writeFileSync(committed, document)
      say(committed)
      return 0
    }
    if (existsSync(committed) && readFileSync(committed, 'utf8') === document) return 0
    note(t('cli.openapiDrift', { file: committed }))
    return 1
  },
}
