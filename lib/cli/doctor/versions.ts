import { existsSync, readFileSync } from 'node:fs'
import { engine, raw } from '@/db'
import type { Finding, Look } from '../doctor'

// Below these something known and mended is open (docs/decisions/0011).
const packages = { next: '16.4.5', 'next-auth': '4.24.15', nodemailer: '10.4.1', 'drizzle-orm': '0.45.2' }
const sqliteFloor = '3.51.3'
const nodeFloors: Record<number, string> = { 22: '22.23.4', 24: '24.22.1', 26: '26.12.1' }
const newestFloor = '24.22.1'

/** Node, the packages that face the world, and SQLite against the versions below which something known is open. */
export const versions: Look = async ({ t }) => {
  const node = process.versions.node
  const floor = nodeFloors[Number(node.split('.')[0])] ?? newestFloor
  const findings: Finding[] = [
    isBelow(node, floor)
      ? { level: 'warn', what: t('cli.doctor.nodeOld', { version: node, floor }) }
      : { level: 'fine', what: t('cli.doctor.node', { version: node }) },
  ]
  const found = Object.entries(packages).map(([name, least]) => ({ name, least, version: installed(name) }))
  if (engine === 'sqlite') {
    const [row] = await raw('select sqlite_version() as version')
    found.push({ name: 'SQLite', least: sqliteFloor, version: String(row?.version) })
  }
  for (const { name, least, version } of found) {
    findings.push(
      isBelow(version, least)
        ? { level: 'wrong', what: t('cli.doctor.packageOld', { name, version, floor: least }) }
        : { level: 'fine', what: t('cli.doctor.package', { name, version }) },
    )
  }
  return findings
}

/** Whether one version comes before another, part by part. */
export function isBelow(version: string, floor: string): boolean {
  const [mine, least] = [version, floor].map((text) => text.split('.').map((part) => Number.parseInt(part, 10) || 0))
  for (const [at, part] of (least ?? []).entries()) {
    const own = mine?.[at] ?? 0
    if (own !== part) return own < part
  }
  return false
}

function installed(name: string): string {
  const file = `node_modules/${name}/package.json`
  if (!existsSync(file)) return '0'
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
