import { createHash } from 'node:crypto'
import type { ImportedResponse } from './import-row'

/**
 * The key by which a row is known for ever: survey, SHA-256 of what the mapping made of it, and how many equal rows came
 * before it in the file. So rows that are alike within one file are all kept, and the same file again brings nothing new.
 * A row with an externalId is known by that alone: no key.
 */
export function rowKeys(survey: string): (response: ImportedResponse) => string | null {
  const seen = new Map<string, number>()
  return (response) => {
    if (response.externalId !== undefined) return null
    const hash = createHash('sha256').update(sorted(response)).digest('base64url')
    const before = seen.get(hash) ?? 0
    seen.set(hash, before + 1)
    return `${survey}:${hash}:${before}`
  }
}

// Sorted keys: the order of columns in a mapping must not make another row of it.
function sorted(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${sorted(held)}`).join()}}`
}
