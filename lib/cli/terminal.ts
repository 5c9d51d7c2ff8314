import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { z } from 'zod'
import type { SystemActor } from '@/lib/identity/shared'
import { Refusal } from '@/lib/kit/refusal'

/** Whoever can run commands beside the data may do everything. */
export const terminal: SystemActor = { kind: 'system', id: 'terminal' }

/** Asks a person; what is typed after a secret question is not shown. Without a person the input's next line is the answer. */
export async function ask(question: string, secret = false): Promise<string> {
  const shown = new Writable({
    write: (chunk, _, done) => {
      if (!secret || String(chunk) === question) process.stderr.write(chunk)
      done()
    },
  })
  const reader = createInterface({ input: process.stdin, output: shown, terminal: process.stdin.isTTY })
  try {
    if (process.stdin.isTTY) return await reader.question(question)
    for await (const line of reader) return line
    return ''
  } finally {
    reader.close()
    if (secret && process.stdin.isTTY) process.stderr.write('\n')
  }
}

/** Input checked by the domain's own schema; refuses `input.invalid` with each fault by its path. */
export function checked<S extends z.ZodType>(schema: S, input: z.input<S>): z.output<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message }))
  throw new Refusal('input.invalid', {}, issues)
}
