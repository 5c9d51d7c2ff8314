import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root, say } from './say.mjs'

const quietFor = 2_000
const everyNow = 15_000

/**
 * Runs a program without showing its output: a line after two seconds, another every fifteen, the output only when it fails.
 * Resolves to `{ code, output, seconds }`.
 */
export function quietly(title, command, args, options = {}) {
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  const output = []
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    const first = setTimeout(() => title && say('working', { title }), quietFor)
    const later = setInterval(() => title && say('still', { title, seconds: seconds() }), everyNow)
    const end = (code) => {
      clearTimeout(first)
      clearInterval(later)
      resolve({ code, output: Buffer.concat(output).toString('utf8'), seconds: seconds() })
    }
    child.stdout.on('data', (chunk) => output.push(chunk))
    child.stderr.on('data', (chunk) => output.push(chunk))
    child.on('error', (error) => {
      output.push(Buffer.from(`${error.message}\n`))
      end(127)
    })
    child.on('close', (code, signal) => end(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

/** Runs a program in the foreground, hands it every signal that we get, and resolves to its exit code. */
export function attend(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    const signals = ['SIGTERM', 'SIGHUP', 'SIGINT']
    // From a terminal, Ctrl-C reaches the child by itself; a second one would mean "at once".
    const pass = (signal) => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal))
    for (const signal of signals) process.on(signal, pass)
    child.on('error', () => resolve(127))
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, pass)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}
