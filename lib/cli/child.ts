import { spawn } from 'node:child_process'
import { surroundings } from '@/lib/kit/env'
import type { Call } from './command'

/** Runs another program; while it lasts longer than two seconds a line says so. Resolves to its output, throws its last line. */
export function withProgress(
  program: string,
  args: string[],
  title: string,
  { note, t }: Call,
  variables: Record<string, string> = {},
  input = '',
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'pipe', env: surroundings(variables) })
    child.stdin.on('error', () => undefined).end(input)
    const began = Date.now()
    const ticking = setInterval(
      () => note(t('cli.still', { title, seconds: Math.round((Date.now() - began) / 1000) })),
      2_000,
    )
    let output = ''
    let complaint = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      complaint += chunk
    })
    child.on('error', (error) => {
      clearInterval(ticking)
      reject(error)
    })
    child.on('close', (code) => {
      clearInterval(ticking)
      const last = complaint
        .trim()
        .split('\n')
        .at(-1)
        ?.replace(/^lazo: /, '')
      if (code === 0) resolve(output)
      else reject(new Error(last || `${program}: ${code}`))
    })
  })
}

/** The words that start this very program again, in whatever way it was started. */
export const ourselves = (...words: string[]): string[] => [...process.execArgv, process.argv[1] ?? '', ...words]
