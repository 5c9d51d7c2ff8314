// What the bootstrap says before anything is installed, from the same catalogues as everything else.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of package.json, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** One sentence of the `cli.boot` catalogue in the terminal's language; `{name}` stands for a fact. */
export function sentence(key, facts = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(facts[name] ?? ''))
}

/** Prints one sentence on its own line. */
export function say(key, facts) {
  process.stdout.write(`${sentence(key, facts)}\n`)
}

/** Stops here: one line on standard error, exit code 1. */
export function fail(key, facts) {
  process.stderr.write(`${sentence(key, facts)}\n`)
  process.exit(1)
}

const terminal = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''
const catalogue = new URL(`../i18n/messages/${/^es/i.test(terminal) ? 'es' : 'en'}/cli.json`, import.meta.url)
const words = JSON.parse(readFileSync(catalogue, 'utf8')).boot
