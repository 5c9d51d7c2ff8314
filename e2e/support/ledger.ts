import { join } from 'node:path'
import Database from 'better-sqlite3'

/** What the client knows of one answer it sent: what it said and what it was told. */
export type Entry = { score: number; comment: string; told: { id: string; ticket: number | null } | null }
export type Ledger = Map<string, Entry>
export type Verdict = {
  acknowledged: number
  stored: number
  lost: number
  doubled: number
  wrong: number
  altered: number
}

type StoredRow = { key: string; id: string; score: number; comment: string; number: number | null; tickets: number }

/** What the store holds of a run, read after the server has ended. */
export function storeOf(folder: string): StoredRow[] {
  const file = new Database(join(folder, 'lazo.db'), { readonly: true })
  const rows = file
    .prepare(
      `select r.idempotency as key, r.id, r.score, r.comment, t.number,
              (select count(*) from tickets o where o.response_id = r.id) as tickets
         from responses r left join tickets t on t.id = r.ticket_id`,
    )
    .all() as StoredRow[]
  file.close()
  return rows.map((row) => ({ ...row, key: row.key.split(':').slice(1).join(':') }))
}

/** Compares what was acknowledged with what is stored: lost answers, doubled ones, wrong or missing tickets, altered text. */
export function judge(ledger: Ledger, rows: StoredRow[]): Verdict {
  const verdict: Verdict = { acknowledged: 0, stored: rows.length, lost: 0, doubled: 0, wrong: 0, altered: 0 }
  const byKey = new Map<string, StoredRow[]>()
  for (const row of rows) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row])
  for (const [key, entry] of ledger) {
    const [row, ...more] = byKey.get(key) ?? []
    verdict.doubled += more.length
    if (entry.told) verdict.acknowledged++
    if (!row) {
      if (entry.told) verdict.lost++
      continue
    }
    if (row.comment !== entry.comment || row.score !== entry.score) verdict.altered++
    const due = entry.score <= 6 ? 1 : 0
    const told = entry.told ? entry.told.ticket === row.number && entry.told.id === row.id : true
    if (row.tickets !== due || (due === 1) !== (row.number !== null) || !told) verdict.wrong++
  }
  for (const key of byKey.keys()) if (!ledger.has(key)) verdict.wrong++
  return verdict
}
