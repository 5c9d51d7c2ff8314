import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

// Who may lean on whom: the plan in docs/house, to be run. A room may import only the rooms named here.
const ground = ['lib/kit', 'db']
const below = {
  mail: [...ground, 'lib/i18n', 'lib/jobs', 'lib/events'],
  identity: [...ground, 'lib/i18n', 'lib/events', 'lib/jobs', 'lib/mail'],
  tickets: [...ground, 'lib/events', 'lib/jobs', 'lib/identity', 'lib/journeys', 'lib/customers', 'lib/surveys'],
}
const domains = ['identity', 'journeys', 'customers', 'surveys', 'tickets', 'inbox', 'followups', 'rules', 'loop']
  .concat('insights', 'desk', 'integrations', 'sample', 'setup')
  .map((name) => `lib/${name}`)
const everyDoor = [...ground, 'lib/i18n', 'lib/jobs', 'lib/events', 'lib/mail', ...domains]

const plan: Record<string, string[]> = {
  db: [],
  'lib/kit': [],
  'lib/i18n': ['lib/kit'],
  'lib/jobs': ground,
  'lib/events': [...ground, 'lib/jobs'],
  'lib/mail': below.mail,
  'lib/identity': below.identity,
  'lib/journeys': [...ground, 'lib/events', 'lib/identity'],
  'lib/customers': [...ground, 'lib/i18n', 'lib/events', 'lib/jobs', 'lib/identity'],
  'lib/surveys': [...below.identity, 'lib/identity', 'lib/journeys', 'lib/customers'],
  'lib/tickets': below.tickets,
  // Mail that comes in: kept, read, sorted. What it means for a ticket is said in followups.
  'lib/inbox': [...below.mail, 'lib/mail', 'lib/identity'],
  'lib/followups': [...below.tickets, 'lib/i18n', 'lib/mail', 'lib/inbox', 'lib/tickets'],
  // The place where agents work: views, macros, bulk work, drafts, presence. It acts through the rooms below.
  'lib/desk': [...below.tickets, 'lib/i18n', 'lib/mail', 'lib/tickets', 'lib/followups'],
  'lib/rules': [...below.tickets, 'lib/tickets', 'lib/followups'],
  'lib/loop': [...below.tickets, 'lib/tickets', 'lib/followups', 'lib/rules'],
  'lib/insights': [...below.tickets, 'lib/mail', 'lib/tickets', 'lib/followups'],
  'lib/integrations': everyDoor,
  // What a first start founds, and what a customer's form means: composed above the domains, used by app and server.
  'lib/setup': everyDoor,
  'lib/doors': everyDoor,
  'lib/sample': [...everyDoor, 'lib/setup'],
  'lib/worker': everyDoor,
  'lib/cli': [...everyDoor, 'lib/setup', 'lib/doors', 'lib/worker', 'package.json'],
  app: [...everyDoor.filter((name) => name !== 'db'), 'lib/setup', 'lib/doors'],
}
// Rooms without a front door: any file may be imported.
const open = ['db', 'lib/kit']
const doors = ['', '/index', '/shared']
// What a room may take from npm, where the plan says so.
const packages: Record<string, RegExp> = {
  db: /^(drizzle-orm|better-sqlite3|pg)(\/|$)/,
  'lib/kit': /^(zod|csv-parse|pino|uuidv7)(\/|$)/,
  'lib/i18n': /^(next-intl|use-intl|zod)(\/|$)/,
}
const inTheBrowser = /^(react|react-dom|next|radix-ui|lucide-react|cmdk|sonner|zod|d3-scale|d3-shape)(\/|$)/

const root = resolve(import.meta.dirname, '..')
const source = /^(app|lib|db)\/.*\.tsx?$/
const files = ['app', 'lib', 'db', 'tests', 'e2e'].flatMap((folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`)
    : [],
)
const text = new Map(files.filter((file) => /\.(tsx?|mjs)$/.test(file)).map((file) => [file, read(file)]))
const sources = [...text.keys()].filter((file) => source.test(file))

test('every room leans only where it may', () => {
  expect(
    crossings()
      .filter(({ from, to }) => !plan[roomOf(from)]?.includes(roomOf(to)))
      .map(({ from, to }) => `${from} may not lean on ${roomOf(to)} (${to})`),
  ).toEqual([])
})

test('rooms are entered by a door: index, shared, and handlers for the worker alone', () => {
  const byTheDoor = ({ from, to }: Crossing) => {
    const room = roomOf(to)
    const entrances = roomOf(from) === 'lib/worker' ? [...doors, '/handlers'] : doors
    return open.includes(room) || entrances.some((door) => to === `${room}${door}`)
  }
  expect(
    crossings()
      .filter((crossing) => !byTheDoor(crossing))
      .map(({ from, to }) => `${from} climbs in by a window: ${to}`),
  ).toEqual([])
})

test('the plan itself has no circle', () => {
  const walk = (room: string, path: string[]): string[] =>
    path.includes(room)
      ? [[...path, room].join(' → ')]
      : (plan[room] ?? []).flatMap((next) => walk(next, [...path, room]))
  expect(['db', 'lib/rules', 'lib/loop', 'lib/insights'].flatMap((room) => walk(room, []))).toEqual([])
})

test('no file leads back to itself', () => {
  const done = new Set<string>()
  const walk = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' → ')]
    if (done.has(file)) return []
    const circles = imports(file).flatMap(({ to, isType }) => (isType || !to ? [] : walk(to, [...path, file])))
    done.add(file)
    return circles
  }
  expect(sources.flatMap((file) => walk(file, []))).toEqual([])
})

test('db, kit and i18n take from npm only what the plan grants', () => {
  const strangers = sources.flatMap((file) => {
    const granted = packages[roomOf(file)]
    return imports(file)
      .filter(({ name }) => granted && !inside(file, name) && !name.startsWith('node:') && !granted.test(name))
      .map(({ name }) => `${file} takes ${name}`)
  })
  expect(strangers).toEqual([])
})

test('app knows no SQL and no driver', () => {
  const drivers = sources
    .filter((file) => roomOf(file) === 'app')
    .flatMap((file) => imports(file).map(({ name }) => `${file}: ${name}`))
    .filter((line) => /: (drizzle-orm|better-sqlite3|pg)(\/|$)/.test(line))
  expect(drivers).toEqual([])
})

test('what runs in the browser imports _ui, shared doors, actions and React, down to the last file', () => {
  expect(sources.filter((file) => starts(file, 'use client')).flatMap((file) => unfitForBrowser(file, [file]))).toEqual(
    [],
  )
})

test('no file is longer than 250 lines, nine in ten are at most 120, the median is at most 60', () => {
  const lines = [...text]
    .filter(([file]) => !file.startsWith('db/migrations/'))
    .map(([file, content]) => ({ file, n: length(content) }))
  expect(lines.filter(({ n }) => n > 250).map(({ file, n }) => `${file}: ${n}`)).toEqual([])
  const sizes = lines
    .filter(({ file }) => source.test(file))
    .map(({ n }) => n)
    .sort((a, b) => a - b)
  expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThanOrEqual(120)
  expect(sizes[Math.floor(sizes.length * 0.5)]).toBeLessThanOrEqual(60)
})

test('nothing lives at module level but what kit/once keeps', () => {
  const state =
    /^(?:export )?(?:(?:let|var) .*|const \w+(?::[^=]*)? = new (?:Map|Set|WeakMap|WeakSet|WeakRef)(?:<.*>)?\(\).*)$/gm
  const found = sources
    .filter((file) => file !== 'lib/kit/once.ts')
    .flatMap((file) => [...(text.get(file) ?? '').matchAll(state)].map(([line]) => `${file}: ${line}`))
  expect(found).toEqual([])
})

test('the environment is read in kit/env and db/engine alone', () => {
  const readers = sources
    .filter((file) => !['lib/kit/env.ts', 'db/engine.ts'].includes(file))
    .filter((file) => /process\.env(?!\.\w+ (?:\?\?)?= )/.test(text.get(file) ?? ''))
  expect(readers).toEqual([])
})

test('no folder is named after nothing in particular', () => {
  const vague = files.filter((file) => /(^|\/)(components|utils|helpers|services|types|hooks|common)\//.test(file))
  expect(vague).toEqual([])
})

type Import = { name: string; to: string | undefined; isType: boolean }
type Crossing = { from: string; to: string }

function crossings(): Crossing[] {
  return sources.flatMap((from) =>
    imports(from).flatMap(({ name, to }) => {
      const address = to?.replace(/\.tsx?$/, '') ?? inside(from, name)
      return address && roomOf(address) !== roomOf(from) ? [{ from, to: address }] : []
    }),
  )
}

function imports(file: string): Import[] {
  const pattern = /(?:^|[\s;])(?:import|export)(\s+type\b)?(?:[\s\w*{},$]*?from)?\s*\(?\s*['"]([^'"\n]+)['"]/g
  return [...(text.get(file) ?? '').matchAll(pattern)].map(([, type, name = '']) => ({
    name,
    to: fileOf(inside(file, name)),
    isType: type !== undefined,
  }))
}

// The path from the root that an import names, or nothing for a package.
function inside(file: string, name: string) {
  if (name.startsWith('@/')) return name.slice(2)
  return name.startsWith('.') ? join(dirname(file), name) : undefined
}

function fileOf(path: string | undefined) {
  return ['', '.ts', '.tsx', '/index.ts'].map((end) => `${path}${end}`).find((candidate) => text.has(candidate))
}

function unfitForBrowser(file: string, path: string[]): string[] {
  return imports(file).flatMap(({ name, to, isType }) => {
    if (isType || /\.(css|json)$/.test(name)) return []
    if (!to) return inTheBrowser.test(name) ? [] : [`${path.join(' → ')} → ${name}`]
    if (path.includes(to) || starts(to, 'use server')) return []
    const fit = to.startsWith('app/') || /^(lib\/kit|lib\/i18n|db\/words)\//.test(to) || roomOf(to) === roomOf(file)
    return fit || /^lib\/\w+\/shared\.ts$/.test(to)
      ? unfitForBrowser(to, [...path, to])
      : [`${path.join(' → ')} → ${to}`]
  })
}

function roomOf(path: string) {
  return path
    .split('/')
    .slice(0, path.startsWith('lib/') ? 2 : 1)
    .join('/')
}

function starts(file: string, directive: string) {
  return text.get(file)?.trimStart().startsWith(`'${directive}'`) ?? false
}

function length(content: string) {
  return content.split('\n').length - 1
}

function read(file: string) {
  return readFileSync(join(root, file), 'utf8')
}
