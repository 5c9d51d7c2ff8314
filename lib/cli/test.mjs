// `npm test`, and all that CI runs: every check in order, the first failure stops, nothing is skipped.
import { borrowPrograms } from './browser.mjs'
import { buildPages, buildPrograms } from './build.mjs'
import { migrationDrift } from './drift.mjs'
import { install, requireNode } from './install.mjs'
import { quietly } from './run.mjs'
import { root, say, sentence } from './say.mjs'

const bin = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  knip: 'node_modules/knip/bin/knip.js',
  next: 'node_modules/next/dist/bin/next',
  playwright: 'node_modules/@playwright/test/cli.js',
  tsc: 'node_modules/typescript/bin/tsc',
  tsx: 'node_modules/tsx/dist/cli.mjs',
  vitest: 'node_modules/vitest/vitest.mjs',
}

const stages = {
  stageFormat: (title) => node(title, bin.biome, 'format', '.'),
  stageLint: (title) => node(title, bin.biome, 'check', '--formatter-enabled=false', '--error-on-warnings', '.'),
  stageTypes: async (title) => (await node(title, bin.next, 'typegen')) ?? node(title, bin.tsc, '--noEmit'),
  stageHouse: (title) => node(title, bin.vitest, 'run', 'tests/house.test.ts'),
  stageSqlite: (title) => tests(title, 'sqlite'),
  stagePostgres: (title) => tests(title, 'postgres'),
  stageMigrations: migrationDrift,
  stageOpenapi: (title) => node(title, bin.tsx, 'lib/cli/lazo.ts', 'openapi', '--check'),
  stageKnip: (title) => node(title, bin.knip),
  stageBuild: build,
  stageBrowser: (title) => node(title, bin.playwright, 'test'),
}

requireNode()
process.chdir(root)
process.env.NEXT_TELEMETRY_DISABLED = '1'
await install()
await borrowPrograms()

const began = Date.now()
const summary = []
let complaint
for (const [key, check] of Object.entries(stages)) {
  const stage = sentence(key)
  if (complaint !== undefined) {
    summary.push(sentence('stageNotReached', { stage }))
    continue
  }
  const start = Date.now()
  complaint = await check(stage)
  const seconds = String(Math.round((Date.now() - start) / 1000)).padStart(4)
  const line = sentence(complaint === undefined ? 'stagePassed' : 'stageFailed', { stage, seconds })
  process.stdout.write(`${line}\n`)
  summary.push(line)
}

if (complaint !== undefined) process.stdout.write(`\n${complaint}\n`)
process.stdout.write(`\n${summary.join('\n')}\n`)
if (complaint === undefined) say('allPassed', { minutes: ((Date.now() - began) / 60_000).toFixed(1) })
process.exit(complaint === undefined ? 0 : 1)

// Every check resolves to nothing, or to what there is to complain about.
async function node(title, ...args) {
  const { code, output } = await quietly(title, process.execPath, args, { env: environment() })
  return code === 0 ? undefined : `${output}\n${args.join(' ')}: ${code}`
}

async function tests(title, engine) {
  const { code, output } = await quietly(title, process.execPath, [bin.vitest, 'run'], {
    env: { ...environment(), TEST_ENGINE: engine },
  })
  // What a test could not look at (a folder that is absent) must be heard in a green run too.
  for (const line of output.split('\n')) if (line.includes('NOT CHECKED')) process.stdout.write(`${line.trim()}\n`)
  return code === 0 ? undefined : output
}

async function build() {
  await buildPrograms()
  await buildPages()
}

// Nothing of the surroundings decides a test: no database, mailbox or address of the one who runs it.
function environment() {
  const ours = ['DATABASE_URL', 'DATA_DIR', 'SMTP_URL', 'IMAP_URL', 'BASE_URL', 'PORT', 'HOST', 'WORKER', 'NODE_ENV']
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ours.includes(name) && !name.startsWith('LAZO_')),
  )
}
