import { createHash } from 'node:crypto'
import { chmodSync, createReadStream, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { toDisk } from '@/db/backup'

const Manifest = z.object({
  product: z.literal('lazo'),
  version: z.string(),
  engine: z.enum(['sqlite', 'postgres']),
  /** Instant (ms) of the newest migration in it. */
  schema: z.number(),
  takenAt: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  counts: z.record(z.string(), z.number()),
})
export type Manifest = z.infer<typeof Manifest>

const beside = (file: string) => `${file}.manifest.json`

/** Puts copy and manifest under their final names; until the last rename an older pair stays usable. */
export function publish(copy: string, file: string, manifest: Manifest): void {
  const coming = `${beside(file)}.new`
  writeFileSync(coming, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  toDisk(coming)
  chmodSync(copy, 0o600)
  renameSync(copy, file)
  renameSync(coming, beside(file))
}

/** The manifest that belongs to this very file, by its hash; undefined when there is none or the file is another. */
export async function manifestOf(file: string): Promise<{ manifest: Manifest | undefined; found: boolean }> {
  const candidates = [beside(file), `${beside(file)}.new`].filter((name) => existsSync(name))
  const sha256 = candidates.length > 0 ? await hashOfFile(file) : ''
  const manifests = candidates.flatMap((name) => read(name) ?? [])
  return { manifest: manifests.find((manifest) => manifest.sha256 === sha256), found: manifests.length > 0 }
}

export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

function read(name: string): Manifest | undefined {
  try {
    return Manifest.safeParse(JSON.parse(readFileSync(name, 'utf8'))).data
  } catch {
    return undefined
  }
}
