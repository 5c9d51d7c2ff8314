import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db'
import { blobs } from '@/db/schema'
import { attach, detach, dispositionOf, draftFiles } from '@/lib/followups'
import { nameOfFile } from '@/lib/followups/files/name'
import { mediaTypeOf } from '@/lib/followups/files/sniff'
import { foundWorld, friday, type World } from '../support/world'
import { ticketOf } from './world'

let world: World
beforeAll(async () => {
  world = await foundWorld()
})

test('a name is a name: no path, no tricks of direction or control, never empty', () => {
  const names: [string, string][] = [
    ['../../etc/passwd', 'passwd'],
    ['C:\\fotos\\sofá.png', 'sofá.png'],
    ['factura\u202Egpj.exe', 'facturagpj.exe'],
    ['a\r\nContent-Type: text/html\0.pdf', 'html_.pdf'],
    ['...', 'archivo'],
    ['', 'archivo'],
    ['<b>"x"|?*.txt', '_b__x____.txt'],
  ]
  for (const [given, kept] of names.slice(0, 3)) expect(nameOfFile(given)).toBe(kept)
  for (const [given] of names) expect(nameOfFile(given)).toMatch(/^[^\p{Cc}\p{Cf}/\\<>:"|?*]+$/u)
  expect(nameOfFile(`${'n'.repeat(400)}.pdf`)).toMatch(/^n{116}\.pdf$/)
})

test('a download names itself for old and new, and breaks out of no header', () => {
  expect(dispositionOf('Guía "ñ".pdf')).toBe(
    `attachment; filename="Guia _n_.pdf"; filename*=UTF-8''Gu%C3%ADa%20%22%C3%B1%22.pdf`,
  )
  for (const name of ['a\r\nX: y', 'a"; filename=b.html', '日本語.png', "it's(1)*.txt"])
    expect(dispositionOf(nameOfFile(name))).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''[\w.%~!-]+$/)
})

test('what bytes look like counts, not what was said of them', async () => {
  const of = (bytes: string | Buffer, said?: string) => mediaTypeOf(Buffer.from(bytes), said)
  expect(await of('%PDF-1.7\n', 'image/png')).toBe('application/pdf')
  expect(await of('<html><script>1</script>', 'image/png')).toBe('text/html')
  expect(await of('<?xml version="1.0"?><svg onload=1>', 'image/jpeg')).toBe('image/svg+xml')
  expect(await of('solo texto', 'image/png')).toBe('text/plain')
  expect(await of('a,b\n1,2', 'text/csv; charset=utf-8')).toBe('text/csv')
  expect(await of(Buffer.from([0, 1, 2, 3]), 'nada de nada\r\nX: y')).toBe('application/octet-stream')
})

test('ten files and 20 MB in all wait in one draft, and what is taken back leaves no bytes', async () => {
  const ticket = await ticketOf(friday)
  const bytes = Buffer.alloc(1_000, 'a')
  for (let turn = 0; turn < 10; turn++) await attach(world.agent, ticket.id, { name: `${turn}.txt`, bytes }, friday)
  await expect(attach(world.agent, ticket.id, { name: 'x', bytes }, friday)).rejects.toMatchObject({
    code: 'attachment.tooMany',
  })
  const files = await draftFiles(world.agent, ticket.id)
  expect(await draftFiles(world.lead, ticket.id)).toEqual([])
  await expect(detach(world.other, files[0]?.id ?? '')).rejects.toMatchObject({ code: 'attachment.unknown' })
  const kept = await db.$count(blobs)
  for (const { id } of files) await detach(world.agent, id)
  expect(await db.$count(blobs)).toBe(kept - 1)
  await expect(detach(world.agent, files[0]?.id ?? '')).rejects.toMatchObject({ code: 'attachment.unknown' })
  await expect(attach(world.agent, ticket.id, { name: 'x', bytes: Buffer.alloc(0) }, friday)).rejects.toMatchObject({
    code: 'attachment.empty',
  })
  const large = Buffer.alloc(20 * 1_024 * 1_024 + 1)
  await expect(attach(world.agent, ticket.id, { name: 'x', bytes: large }, friday)).rejects.toMatchObject({
    code: 'attachment.tooLarge',
  })
})
