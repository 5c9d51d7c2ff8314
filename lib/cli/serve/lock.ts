import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Takes the data folder for this server; throws one line when another server holds it. Returns what gives it back. */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'server.lock')
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 })
      return () => rmSync(file, { force: true })
    } catch {
      const holder = Number(readFileSync(file, 'utf8'))
      if (holder !== process.pid && isAlive(holder)) {
        throw new Error(`another server (process ${holder}) uses this data folder: stop it first, or set DATA_DIR`)
      }
      // It died without giving the folder back.
      rmSync(file, { force: true })
    }
  }
  throw new Error('the data folder cannot be locked')
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return isServer(pid)
  } catch {
    return false
  }
}

// After a reboot or in a container the number may belong to another program.
function isServer(pid: number): boolean {
  try {
    return /serve|start/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  } catch {
    return true
  }
}
