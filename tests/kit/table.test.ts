import { expect, test } from 'vitest'
import { csvLine, rowsOf } from '@/lib/kit/table'

test('a file is read the same however it is cut, with its marks, breaks in cells and accents', async () => {
  const file = '\uFEFFid;texto\r\n1;"dos\nlíneas; y ""comillas"""\r\n\r\n2;ñandú 😀'
  for (const size of [1, 3, 7, 1_000]) {
    expect(await read(Buffer.from(file), size)).toEqual([
      { number: 1, cells: ['id', 'texto'] },
      { number: 2, cells: ['1', 'dos\nlíneas; y "comillas"'] },
      { number: 4, cells: ['2', 'ñandú 😀'] },
    ])
  }
})

test('what cannot be read is refused in words, with its line', async () => {
  await expect(read(Buffer.from('a,b\n1,\xe9\n', 'latin1'))).rejects.toMatchObject({
    code: 'table.encoding',
    facts: { line: 2 },
  })
  await expect(read(Buffer.from('a,b\n1,x\n2,\0'))).rejects.toMatchObject({ code: 'table.nul', facts: { line: 3 } })
  await expect(read(Buffer.from('a,b\n1,"x\n'))).rejects.toMatchObject({ code: 'table.quote' })
  await expect(read(Buffer.from(''))).rejects.toMatchObject({ code: 'table.empty' })
  await expect(read(Buffer.from(`a,b\n1,${'x'.repeat(2 ** 20 + 9)}`), 65_536)).rejects.toMatchObject({
    code: 'table.rowTooLong',
  })
})

test('stopping in the middle of a large file leaves nothing running', async () => {
  const endless = async function* () {
    yield Buffer.from('a,b\n')
    for (;;) yield Buffer.from('1,2\n')
  }
  let rows = 0
  for await (const _ of rowsOf(endless())) if (++rows === 100) break
  expect(rows).toBe(100)
})

test('no cell that we write begins a formula, and numbers stay numbers', async () => {
  const cells = ['=1+1', '+52 55', '-2', '@SUM(A1)', '\tx', ' =x', '＝1', 'a,"b"', 'plain']
  const line = csvLine([...cells, -5, null])
  const [row] = await read(Buffer.from(line))
  expect(row?.cells.slice(0, 9)).toEqual([
    "'=1+1",
    "'+52 55",
    "'-2",
    "'@SUM(A1)",
    "'\tx",
    "' =x",
    "'＝1",
    'a,"b"',
    'plain',
  ])
  expect(row?.cells.slice(9)).toEqual(['-5', ''])
})

async function read(bytes: Buffer, size = 4) {
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const rows = []
  for await (const row of rowsOf(pieces())) rows.push(row)
  return rows
}
