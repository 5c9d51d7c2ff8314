import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

// A checkout of its own: the bootstrap, two tiny programs, and this installation's packages.
const home = mkdtempSync(join(tmpdir(), 'lazo-boot-'))
beforeAll(() => {
  for (const path of ['package.json', 'package-lock.json', 'tsconfig.json', 'lib/i18n/messages']) {
    cpSync(resolve(path), join(home, path), { recursive: true })
  }
  for (const folder of ['lib/cli', 'lib/inbox/reading']) mkdirSync(join(home, folder), { recursive: true })
  cpSync(resolve('lib/cli'), join(home, 'lib/cli'), { recursive: true, filter: (path) => !path.endsWith('.ts') })
  symlinkSync(resolve('node_modules'), join(home, 'node_modules'))
  write('lib/inbox/reading/child.ts', '')
  write('lib/word.ts', "export const word = 'first'")
  write('lib/cli/serve.ts', "import { word } from '@/lib/word'\nprocess.stdout.write(word + process.argv.slice(2))")
  write('lib/cli/lazo.ts', "process.stdout.write(process.argv.slice(2).join('|'))\nprocess.exitCode = 3")
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

test('a command is bundled once, told its words, and its exit code comes back', async () => {
  expect(await start('--lazo', 'import', 'a b.csv')).toMatchObject({ code: 3, out: 'import|a b.csv' })
  const stamp = readFileSync(join(home, 'dist/programs'), 'utf8')
  expect(await start('--lazo', '--help')).toMatchObject({ code: 3, out: '--help' })
  expect(readFileSync(join(home, 'dist/programs'), 'utf8')).toBe(stamp)
  write('lib/word.ts', "export const word = 'second'")
  await start('--lazo')
  expect(readFileSync(join(home, 'dist/programs'), 'utf8')).not.toBe(stamp)
  expect(readFileSync(join(home, 'dist/serve.mjs'), 'utf8')).toContain('second')
})

test('two at once do not build over each other, and a lock whose holder died stops nobody', async () => {
  write('lib/word.ts', "export const word = 'third'")
  const both = await Promise.all([start('--lazo', 'a'), start('--lazo', 'b')])
  expect(both.map(({ code }) => code)).toEqual([3, 3])
  expect(both.map(({ out }) => out.trim().split('\n').at(-1))).toEqual(['a', 'b'])

  write('lib/word.ts', "export const word = 'fourth'")
  writeFileSync(join(home, 'dist/building'), '999999999')
  expect(await start('--lazo', 'c')).toMatchObject({ code: 3 })
  expect(existsSync(join(home, 'dist/building'))).toBe(false)
})

test('a build that fails says why, ends with 1, and is tried again', async () => {
  write('lib/cli/lazo.ts', 'this is no program')
  expect((await start('--lazo')).code).toBe(1)
  write('lib/cli/lazo.ts', "process.stdout.write('mended')")
  expect(await start('--lazo')).toMatchObject({ code: 0, out: expect.stringContaining('mended') })
})

test('a Node that is too old is refused in one line, in the terminal’s language', async () => {
  const script = "Object.defineProperty(process.versions, 'node', { value: '18.20.0' }); import('./lib/cli/start.mjs')"
  const refused = await run(['-e', script], { LANG: 'es_MX.UTF-8', LC_ALL: '' })
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err.trim()).toBe('Lazo necesita Node 20.9 o más reciente; este es Node 18.20.0.')
})

function write(path: string, content: string) {
  writeFileSync(join(home, path), content)
}

const start = (...words: string[]) => run(['lib/cli/start.mjs', ...words])

function run(
  args: string[],
  variables: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const child: ChildProcess = spawn(process.execPath, args, { cwd: home, env: { ...process.env, ...variables } })
  let out = ''
  let err = ''
  child.stdout?.on('data', (chunk) => {
    out += chunk
  })
  child.stderr?.on('data', (chunk) => {
    err += chunk
  })
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })))
}
