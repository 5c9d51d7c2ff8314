import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './lock.mjs'
import { quietly } from './run.mjs'
import { fail, root, sentence } from './say.mjs'
import { hashOf, isFresh, writeStamp } from './stamp.mjs'

const configuration = ['package-lock.json', 'tsconfig.json']
const programs = ['serve', 'lazo', 'bench']

/** Bundles `lib/cli/{serve,lazo,bench}.ts` and the reader of mail to `dist/*.mjs`, if their sources changed since the last time. */
export async function buildPrograms() {
  await ifStale('dist/programs', ['lib', 'db', ...configuration], async () => {
    const { build, stop } = await import('esbuild')
    const entries = programs
      .filter((name) => existsSync(join(root, `lib/cli/${name}.ts`)))
      .map((name) => ({ in: `lib/cli/${name}.ts`, out: name }))
    try {
      await build({
        absWorkingDir: root,
        // The reader of mail is a program of its own, beside those that start it.
        entryPoints: [...entries, { in: 'lib/inbox/reading/child.ts', out: 'reader' }],
        outdir: 'dist',
        outExtension: { '.js': '.mjs' },
        bundle: true,
        platform: 'node',
        target: 'node20.9',
        format: 'esm',
        packages: 'external',
        sourcemap: true,
        logLevel: 'warning',
      })
    } catch {
      fail('buildFailed', { title: sentence('bundling') })
    } finally {
      await stop()
    }
  })
}

/** Runs `next build`, if anything that pages are made of changed since the last time. */
export async function buildPages() {
  const folder = process.env.LAZO_DIST ?? '.next'
  const sources = ['app', 'lib', 'db', 'next.config.js', 'postcss.config.mjs', ...configuration]
  await ifStale(`${folder}/lazo-build`, sources, async () => {
    const title = sentence('buildingPages')
    const { code, output } = await quietly(title, process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    })
    if (code === 0) return
    process.stderr.write(output)
    fail('buildFailed', { title })
  })
}

async function ifStale(stamp, sources, make) {
  if (isFresh(stamp, hashOf(sources))) return
  await alone(async () => {
    const hash = hashOf(sources)
    if (isFresh(stamp, hash)) return
    await make()
    writeStamp(stamp, hash)
  })
}
