import { once as happens } from 'node:events'
import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/kit/env'
import { isId } from '@/lib/kit/ids'
import { refuse } from '@/lib/kit/refusal'
import { csvLine } from '@/lib/kit/table'

/** Largest file that can be uploaded, in bytes. */
export const largestUpload = 50 * 2 ** 20

/** Where the uploaded file of an import waits. */
export const uploadPath = (id: string): string => join(folder(), `${checked(id)}.csv`)

/** Whether an import's upload still waits: it is forgotten after a week. */
export const uploadWaits = (id: string): boolean => existsSync(uploadPath(id))

/** Where the rows that an import could not take are written. */
export const rejectedPath = (id: string): string => join(folder(), `${checked(id)}.rejected.csv`)

/** Removes what an import left on disk. */
export function removeFiles(id: string): void {
  for (const path of [uploadPath(id), rejectedPath(id)]) rmSync(path, { force: true })
}

/** Keeps an upload as it arrives; refuses `import.tooLarge` after 50 MiB and leaves nothing behind then. Resolves to its length in bytes. */
export async function keepUpload(id: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  const path = uploadPath(id)
  const file = createWriteStream(path, { mode: 0o600 })
  let length = 0
  try {
    for await (const chunk of bytes) {
      length += chunk.byteLength
      if (length > largestUpload) refuse('import.tooLarge', { most: largestUpload })
      if (!file.write(chunk)) await happens(file, 'drain')
    }
    file.end()
    await happens(file, 'close')
    return length
  } catch (error) {
    file.destroy()
    rmSync(path, { force: true })
    throw error
  }
}

/** The file as it comes from disk; refuses `import.fileGone`. */
export function openUpload(path: string): AsyncIterable<Uint8Array> {
  return existsSync(path) ? createReadStream(path, { highWaterMark: 2 ** 18 }) : refuse('import.fileGone')
}

/** A CSV of the rows that could not be taken, made with its first row; every cell is inert. */
export function rejectedWriter(path: string, headers: readonly string[]) {
  let file: ReturnType<typeof createWriteStream> | undefined
  return {
    add: async (cells: readonly string[], why: string) => {
      if (!file) {
        file = createWriteStream(path, { mode: 0o600 })
        file.write(`\uFEFF${csvLine([...headers, 'lazo_error'])}`)
      }
      const padded = headers.map((_, at) => cells[at] ?? '')
      if (!file.write(csvLine([...padded, why]))) await happens(file, 'drain')
    },
    /** The path, or null when no row was rejected. */
    close: async (): Promise<string | null> => {
      if (!file) return null
      file.end()
      await happens(file, 'close')
      return path
    },
  }
}

function folder(): string {
  const path = join(env().dataDir, 'imports')
  mkdirSync(path, { recursive: true, mode: 0o700 })
  return path
}

const checked = (id: string): string => (isId('import', id) ? id : refuse('import.unknown'))
