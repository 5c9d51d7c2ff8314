// Two starts at once must not install or build over each other: the second waits for the first.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from './say.mjs'

const folder = join(root, 'dist')
const lock = join(folder, 'building')

/** Does the work while no other process of this checkout does such work. */
export async function alone(work) {
  mkdirSync(folder, { recursive: true })
  for (let told = false; !take(); told = true) {
    if (!told) say('waiting')
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  const free = () => rmSync(lock, { force: true })
  process.once('exit', free)
  try {
    return await work()
  } finally {
    process.off('exit', free)
    free()
  }
}

// The file appears with its content or not at all: it is written beside and linked into place.
function take() {
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    linkSync(mine, lock)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    dropIfOrphaned()
    return false
  } finally {
    rmSync(mine, { force: true })
  }
}

function dropIfOrphaned() {
  const holder = read(lock)
  if (holder === undefined || lives(holder)) return
  const aside = `${lock}.orphan.${process.pid}`
  try {
    renameSync(lock, aside)
    // Somebody may have taken the lock between the look and the rename: then it goes back.
    if (read(aside) !== holder) linkSync(aside, lock)
  } catch {
    return
  } finally {
    rmSync(aside, { force: true })
  }
}

function read(file) {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function lives(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
