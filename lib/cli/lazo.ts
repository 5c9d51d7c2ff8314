import { closeDatabase } from '@/db'
import { translator } from '@/lib/i18n'
import { type Command, lineOf, readCall, terminalLocale } from './command'

// Each file is loaded only for its own command.
const commands: Record<string, () => Promise<Command>> = {
  'admin:create': async () => (await import('./admin-create')).adminCreate,
  'key:create': async () => (await import('./key-create')).keyCreate,
  import: async () => (await import('./import')).importFile,
  export: async () => (await import('./export')).exportAll,
  backup: async () => (await import('./backup')).backup,
  restore: async () => (await import('./restore')).restore,
  migrate: async () => (await import('./migrate')).migrateNow,
  seed: async () => (await import('./seed')).seed,
  worker: async () => (await import('./worker')).worker,
  'mail:in': async () => (await import('./mail-in')).mailIn,
  doctor: async () => (await import('./doctor')).doctor,
  openapi: async () => (await import('./openapi')).openapi,
}

// Children of the commands above, not for people.
const hidden: typeof commands = {
  'backup:copy': async () => (await import('./backup')).backupCopy,
  'restore:settle': async () => (await import('./restore')).restoreSettle,
}

const locale = terminalLocale()
const t = translator(locale)
const say = (line: string) => void process.stdout.write(`${line}\n`)
const note = (line: string) => void process.stderr.write(`${line}\n`)

process.exitCode = await main(process.argv.slice(2))

async function main([name, ...words]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    say(t('cli.usage'))
    for (const command of Object.keys(commands)) say(`  ${await headOf(command)}`)
    return name === undefined ? 1 : 0
  }
  const load = commands[name] ?? hidden[name]
  if (!load) {
    note(t('cli.unknownCommand', { name, known: Object.keys(commands).join(', ') }))
    return 1
  }
  if (words.includes('--help') || words.includes('-h')) {
    say(await headOf(name))
    say(helpOf(name))
    return 0
  }
  return perform(await load(), words)
}

async function perform(command: Command, words: string[]): Promise<number> {
  try {
    return (await command.run({ ...readCall(command, words, t), t, locale, say, note })) ?? 0
  } catch (error) {
    note(`lazo: ${lineOf(error, locale)}`)
    return 1
  } finally {
    await closeDatabase()
  }
}

async function headOf(name: string): Promise<string> {
  const command = await commands[name]?.()
  const options = Object.entries(command?.options ?? {}).map(([option, { type }]) => {
    const shown = type === 'boolean' ? `--${option}` : `--${option} ${option.toUpperCase()}`
    return command?.required?.includes(option) ? shown : `[${shown}]`
  })
  return ['lazo', name, ...(command?.operands ?? []), ...options].join(' ')
}

function helpOf(name: string): string {
  const key = `cli.help.${name.replace(':', '_')}` as Parameters<typeof t>[0]
  return t(key)
}
