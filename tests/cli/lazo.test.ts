import { execFile } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(process.env.LAZO_TEST_FOLDER ?? tmpdir(), 'cli-'))
// Bundled as `npm start` does it, and inside the checkout, where its packages are found.
const program = resolve(`dist/lazo-under-test-${process.pid}.mjs`)
beforeAll(async () => {
  const options = { bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' } as const
  await build({ ...options, entryPoints: ['lib/cli/lazo.ts'], outfile: program })
})
afterAll(() => rmSync(program, { force: true }))

test('the sample company goes through backup and restore: same rows, letters held, nobody signed in, the erased erased', async () => {
  const home = place('home')
  expect((await lazo(home, 'seed')).code).toBe(0)
  const again = await lazo(home, 'seed')
  expect(again).toMatchObject({ code: 0 })
  expect(again.out).toContain('already')
  const live = new Database(join(home, 'lazo.db'))
  const [letter] = live.prepare('select id from letters limit 1').pluck().all() as string[]
  live.prepare("update letters set state = 'queued' where id = ?").run(letter)
  const user = live.prepare('select id from users limit 1').pluck().get()
  live
    .prepare(
      "insert into sessions (id, sid_hash, user_id, created_at, last_seen_at, expires_at) values ('ses_x', 'hash', ?, 1, 1, 9e12)",
    )
    .run(user)

  const file = join(folder, 'home.lazo')
  const taken = await lazo(home, 'backup', file)
  expect(taken).toMatchObject({ code: 0 })
  expect(statSync(file).mode & 0o077).toBe(0)

  const other = place('other')
  expect(await lazo(other, 'restore', file)).toMatchObject({ code: 0 })
  const back = new Database(join(other, 'lazo.db'), { readonly: true })
  const count = (from: Database.Database, table: string) => from.prepare(`select count(*) from ${table}`).pluck().get()
  for (const table of ['responses', 'tickets', 'customers', 'events', 'letters', 'tally_days'])
    expect([table, count(back, table)]).toEqual([table, count(live, table)])
  expect(back.prepare('select state from letters where id = ?').pluck().get(letter)).toBe('held')
  expect(count(back, 'sessions')).toBe(0)
  expect((await lazo(other, 'doctor')).code).toBe(0)
  live.close()
  back.close()
})

test('a file that was changed, cut, or comes from a newer Lazo is not restored, and says so', async () => {
  const home = place('small')
  await lazo(home, 'migrate')
  const file = join(folder, 'small.lazo')
  await lazo(home, 'backup', file)

  const bytes = readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(9_000) ^ 1, 9_000)
  const flipped = copy(file, 'flipped.lazo', bytes)
  expect(await lazo(home, 'restore', flipped)).toMatchObject({ code: 1, err: expect.stringContaining('damaged') })
  const cut = copy(file, 'cut.lazo', bytes.subarray(0, 20_000))
  expect(await lazo(home, 'restore', cut)).toMatchObject({ code: 1, err: expect.stringContaining('damaged') })

  const newer = copy(file, 'newer.lazo', readFileSync(file))
  const manifest = JSON.parse(readFileSync(`${file}.manifest.json`, 'utf8'))
  writeFileSync(`${newer}.manifest.json`, JSON.stringify({ ...manifest, schema: 9e12, version: '9.0.0' }))
  expect(await lazo(home, 'restore', newer)).toMatchObject({ code: 1, err: expect.stringContaining('9.0.0') })

  const bare = join(folder, 'bare.lazo')
  copyFileSync(file, bare)
  expect(await lazo(home, 'restore', bare)).toMatchObject({ code: 1, err: expect.stringContaining('manifest') })
})

test('nothing is restored under a running server', async () => {
  const home = place('running')
  await lazo(home, 'migrate')
  const file = join(folder, 'running.lazo')
  await lazo(home, 'backup', file)
  // This very test run stands in for the server: it is alive, and "serve" is in its name for the moment.
  const title = process.title
  process.title = 'serve'
  writeFileSync(join(home, 'server.lock'), String(process.pid))
  const refused = await lazo(home, 'restore', file)
  process.title = title
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('another server') })
})

test('import speaks JSON on standard output, sentences on standard error, and one line when it refuses', async () => {
  const home = place('import')
  await lazo(home, 'seed')
  const csv = join(folder, 'rows.csv')
  writeFileSync(csv, 'score,comment,date\n9,Bien,2026-01-10\n0,Mal,2026-01-11\nx,Nada,2026-01-12\n')
  const dry = await lazo(home, 'import', csv, '--survey', 'relacion', '--dry-run')
  expect(JSON.parse(dry.out)).toEqual({
    rows: 3,
    imported: 2,
    duplicates: 0,
    rejected: 1,
    tickets: 0,
    rejectedFile: null,
  })
  expect(dry.err).toContain('row 4: score: “x” is no number')
  const done = await lazo(home, 'import', csv, '--survey', 'relacion')
  const result = JSON.parse(done.out)
  expect(result).toMatchObject({ rows: 3, imported: 2, duplicates: 0, rejected: 1, tickets: 0 })
  expect(readFileSync(result.rejectedFile, 'utf8')).toContain('x,Nada,2026-01-12,')
  expect(JSON.parse((await lazo(home, 'import', csv, '--survey', 'relacion')).out)).toMatchObject({
    imported: 0,
    duplicates: 2,
  })

  writeFileSync(csv, 'stars\n1\n2\n3\n4\n5\n')
  for (const words of [['--survey', 'relacion'], ['--survey', 'nothing'], ['--survey', 'relacion', '--map', csv], []]) {
    const refused = await lazo(home, 'import', csv, ...words)
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err.trim().split('\n')).toHaveLength(1)
  }
})

test('a key is printed alone, and what is not understood ends in one line', async () => {
  const home = place('keys')
  await lazo(home, 'migrate')
  const made = await lazo(
    home,
    'key:create',
    '--name',
    'till',
    '--scopes',
    'responses:write,tickets:read',
    '--rate',
    '0',
  )
  expect(made.out).toMatch(/^lazo_[A-Za-z0-9]{32}\n$/)
  expect(await lazo(home, 'key:create', '--name', 'till', '--scopes', 'all')).toMatchObject({ code: 1, out: '' })
  expect(await lazo(home, 'admin:create', '--email', 'a@b.mx')).toMatchObject({ code: 1 })
  expect(await lazo(home, 'fly')).toMatchObject({ code: 1, err: expect.stringContaining('fly') })
  for (const command of [
    'import',
    'backup',
    'restore',
    'worker',
    'doctor',
    'export',
    'seed',
    'migrate',
    'key:create',
    'admin:create',
  ]) {
    const help = await lazo(home, command, '--help')
    expect(help).toMatchObject({ code: 0, err: '' })
    expect(help.out).toContain(`lazo ${command}`)
  }
})

test('an export holds every row and nothing that opens a door', async () => {
  const home = place('export')
  await lazo(home, 'seed')
  const out = join(folder, 'out')
  expect(await lazo(home, 'export', out)).toMatchObject({ code: 0 })
  const live = new Database(join(home, 'lazo.db'), { readonly: true })
  const lines = readFileSync(join(out, 'responses.jsonl'), 'utf8').trim().split('\n')
  expect(lines).toHaveLength(live.prepare('select count(*) from responses').pluck().get() as number)
  expect(readFileSync(join(out, 'users.jsonl'), 'utf8')).not.toMatch(/argon2|passwordHash/)
  expect(existsSync(join(out, 'sessions.jsonl'))).toBe(false)
  expect(await lazo(home, 'export', out)).toMatchObject({ code: 1, err: expect.stringContaining('not empty') })
  live.close()
})

function place(name: string): string {
  const path = join(folder, name)
  mkdirSync(path, { mode: 0o700 })
  return path
}

function copy(file: string, name: string, bytes: Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  copyFileSync(`${file}.manifest.json`, `${path}.manifest.json`)
  return path
}

function lazo(home: string, ...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const env: NodeJS.ProcessEnv = { ...process.env, DATA_DIR: home, DATABASE_URL: '', LANG: 'en_US.UTF-8', LC_ALL: '' }
  return new Promise((done) => {
    const child = execFile(process.execPath, [program, ...words], { env }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    )
    child.stdin?.end()
  })
}
