import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { alone } from './lock.mjs'
import { quietly } from './run.mjs'
import { fail, root, sentence } from './say.mjs'
import { hashOf, isFresh, writeStamp } from './stamp.mjs'

const oldest = [20, 9]
const stamp = 'node_modules/.lazo'

/** Refuses a Node that is too old, in one line. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  fail('nodeTooOld', { found: process.versions.node, needed: oldest.join('.') })
}

/** Installs what the lock file names, unless it already stands there, made for this Node. */
export async function install() {
  if (isFresh(stamp, wanted())) return
  await alone(async () => {
    if (isFresh(stamp, wanted())) return
    if (!standsAlready()) await npmCi()
    writeStamp(stamp, wanted())
  })
}

// Native modules are compiled for one ABI: another Node means another installation.
const wanted = () => `${hashOf(['package-lock.json'])} ${process.platform} ${process.arch} ${process.versions.modules}`

// Somebody ran `npm install` by hand: npm's own record of what it laid down must name every version of the lock file.
function standsAlready() {
  const record = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const there = JSON.parse(readFileSync(record, 'utf8')).packages
  const asked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const complete = Object.entries(asked).every(
    ([path, entry]) => path === '' || entry.optional || entry.devOptional || there[path]?.version === entry.version,
  )
  return complete && opensDatabase()
}

function opensDatabase() {
  const script = "const D = require('better-sqlite3'); new D(':memory:').close()"
  return spawnSync(process.execPath, ['-e', script], { cwd: root, stdio: 'ignore' }).status === 0
}

async function npmCi() {
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
  const [command, ...before] = npm
  const { code, output } = await quietly(sentence('installing'), command, [...before, 'ci', '--include=dev'], {
    env: { ...process.env, ...headers() },
  })
  if (code === 0) return
  process.stderr.write(output)
  fail('installFailed')
}

// Where Node's own headers lie beside it, node-gyp needs to fetch nothing to compile.
function headers() {
  const prefix = resolve(process.execPath, '../..')
  return existsSync(join(prefix, 'include/node/node.h')) ? { npm_config_nodedir: prefix } : {}
}
