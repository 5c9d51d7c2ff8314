import { Agent } from 'node:http'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { post } from '@/lib/cli/bench/load'
import type { Running } from '@/lib/cli/bench/server'
import { house, keyOf } from './support/house'
import { judge, type Ledger, storeOf } from './support/ledger'

const kills = 7
const atOnce = 24
const wanted = 4_000

const bodyOf = (key: string, score: number, comment: string) =>
  JSON.stringify({ survey: 'nps', score, comment, customer: { externalId: key, email: `${key}@correo.mx` } })

test('seven kills under load lose nothing, double nothing and leave no detractor without its one ticket', async () => {
  const place = house(true)
  let server = await place.start()
  const key = await keyOf(place)
  const ledger: Ledger = new Map()
  const broken: string[] = []
  let sent = 0
  let replays = 0
  let wrongReplays = 0

  const sender = async (running: Running, agent: Agent, until: () => boolean) => {
    while (!until()) {
      const again = broken.pop()
      const name = again ?? `k-${sent++}`
      const entry = ledger.get(name) ?? { score: sent % 11, comment: `¡Número ${name}! ñandú 🪑`, told: null }
      ledger.set(name, entry)
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': name }
      const ask = () =>
        post(agent, new URL(`${running.url}/api/v1/responses`), headers, bodyOf(name, entry.score, entry.comment))
      const reply = await ask().catch(() => null)
      if (!reply || reply.status >= 500) {
        // One in ten is never asked for again: it may be stored or not, but never twice and never half.
        if (Math.random() > 0.1) broken.push(name)
        continue
      }
      expect([200, 201]).toContain(reply.status)
      const told = JSON.parse(reply.body) as { id: string; ticket: { number: number } | null }
      entry.told = { id: told.id, ticket: told.ticket?.number ?? null }
      if (sent % 50 === 0) {
        const second = await ask().catch(() => null)
        if (!second || second.status >= 500) continue
        replays++
        if (second.status !== 200 || (JSON.parse(second.body) as { id: string }).id !== told.id) wrongReplays++
      }
    }
  }

  for (let round = 0; round <= kills; round++) {
    const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
    let over = false
    const target = ((round + 1) * wanted) / (kills + 1)
    const senders = Array.from({ length: atOnce }, () => sender(server, agent, () => over))
    while (sent < target) await new Promise((resolve) => setTimeout(resolve, 20))
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 200))
    if (round < kills) await server.kill('SIGKILL')
    over = true
    await Promise.all(senders)
    agent.destroy()
    if (round === kills) break
    server = await place.start()
    expect(server.startSeconds).toBeLessThan(30)
  }
  await server.kill()

  const verdict = judge(ledger, storeOf(place.folder))
  process.stdout.write(`crash: ${JSON.stringify({ kills, ...verdict, replays, wrongReplays })}\n`)
  expect(verdict.acknowledged).toBeGreaterThan(3_000)
  expect(verdict).toMatchObject({ lost: 0, doubled: 0, wrong: 0, altered: 0 })
  expect(wrongReplays).toBe(0)

  const file = new Database(join(place.folder, 'lazo.db'), { readonly: true })
  const tallied = file.prepare('select sum(s0+s1+s2+s3+s4+s5+s6+s7+s8+s9+s10) as n from tally_days').get() as {
    n: number
  }
  expect(tallied.n).toBe(verdict.stored)
  expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
  file.close()
  place.remove()
})

test('the judge sees a lost answer, a doubled one, a missing ticket and an altered word', () => {
  const told = { id: 'a', ticket: 1001 }
  const row = { key: 'k', id: 'a', score: 2, comment: 'x', number: 1001, tickets: 1 }
  const ledger: Ledger = new Map([['k', { score: 2, comment: 'x', told }]])
  expect(judge(ledger, [row])).toMatchObject({ lost: 0, doubled: 0, wrong: 0, altered: 0 })
  expect(judge(ledger, []).lost).toBe(1)
  expect(judge(ledger, [row, { ...row, id: 'b' }]).doubled).toBe(1)
  expect(judge(ledger, [{ ...row, tickets: 0, number: null }]).wrong).toBe(1)
  expect(judge(ledger, [{ ...row, comment: 'y' }]).altered).toBe(1)
})
