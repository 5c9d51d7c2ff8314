// `npm run migration NAME`: writes what changed in db/schema as a migration for both engines at once.
import { quietly } from './run.mjs'
import { fail, root, say } from './say.mjs'

const engines = { sqlite: {}, postgres: { DATABASE_URL: 'postgres://nobody@localhost/nothing' } }

const name = process.argv[2]
if (!/^[a-z][a-z0-9_]*$/.test(name ?? '')) fail('migrationName')
for (const [engine, environment] of Object.entries(engines)) {
  const { DATABASE_URL: _, ...inherited } = process.env
  const { code, output } = await quietly(
    '',
    process.execPath,
    ['node_modules/drizzle-kit/bin.cjs', 'generate', '--name', name],
    {
      cwd: root,
      env: { ...inherited, ...environment },
    },
  )
  process.stdout.write(output)
  if (code !== 0) fail('migrationFailed', { engine })
  say('migrationWritten', { engine })
}
