import { createServer } from 'node:http'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** The bare server to compare with: parses the same body and inserts one row durably, one commit a request. */
export function serveBare(folder: string, port: number): void {
  const file = new Database(join(folder, 'bare.db'))
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = FULL')
  file.exec('create table responses (id integer primary key, survey text, score integer, body text)')
  const insert = file.prepare('insert into responses (survey, score, body) values (?, ?, ?)')
  createServer((request, response) => {
    if (request.method === 'GET') return response.end('ok')
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      const body = JSON.parse(text) as { survey: string; score: number }
      const { lastInsertRowid } = insert.run(body.survey, body.score, text)
      response.writeHead(201, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ id: Number(lastInsertRowid) }))
    })
  }).listen(port, '127.0.0.1')
}
