// `npm start`, `demo`, `dev`, `bench` and `lazo`: plain Node and nothing else, since nothing may be installed yet.
import { join } from 'node:path'
import { buildPages, buildPrograms } from './build.mjs'
import { install, requireNode } from './install.mjs'
import { attend } from './run.mjs'
import { root } from './say.mjs'

const roads = { '--demo': demo, '--dev': dev, '--bench': bench, '--lazo': lazo }

requireNode()
process.chdir(root)
const [road, ...rest] = process.argv.slice(2)
await (roads[road] ?? serve)()

async function serve() {
  await prepare()
  await become('serve', process.argv.slice(2))
}

// A company of its own in a folder of its own, on SQLite whatever the environment says; nothing leaves the house.
async function demo() {
  process.env.DATA_DIR = join(process.env.DATA_DIR || 'data', 'demo')
  for (const name of ['DATABASE_URL', 'SMTP_URL', 'IMAP_URL']) delete process.env[name]
  await prepare()
  const code = await attend(process.execPath, ['dist/lazo.mjs', 'seed'])
  if (code !== 0) process.exit(code)
  await become('serve', rest)
}

async function dev() {
  await install()
  process.exit(await attend(process.execPath, ['--import', 'tsx', 'lib/cli/serve.ts', '--dev', ...rest]))
}

async function bench() {
  await prepare()
  await become('bench', rest)
}

async function lazo() {
  await install()
  await buildPrograms()
  await become('lazo', rest)
}

async function prepare() {
  await install()
  await buildPrograms()
  await buildPages()
}

// The program runs in this very process: one pid to signal, one exit code, no second Node in memory.
async function become(program, args) {
  process.env.NODE_ENV ??= 'production'
  // What /proc shows: the data folder's lock is believed only while its holder looks like a server.
  process.title = `lazo ${program}`
  process.setSourceMapsEnabled(true)
  const file = join(root, 'dist', `${program}.mjs`)
  process.argv.splice(1, process.argv.length, file, ...args)
  await import(new URL(`../../dist/${program}.mjs`, import.meta.url).href)
}
