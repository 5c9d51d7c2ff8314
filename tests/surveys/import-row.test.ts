import { expect, test } from 'vitest'
import { guessMapping } from '@/lib/surveys/import-guess'
import { rowKeys } from '@/lib/surveys/import-key'
import { parseMapping } from '@/lib/surveys/import-mapping'
import { checkHeader, examine, mustBeSound } from '@/lib/surveys/import-preview'
import { rowReader } from '@/lib/surveys/import-row'

const now = new Date('2026-11-20T12:00:00Z')
const known = {
  touchpoint: (name: string) => (name === 'Entrega' || name === 'entrega' ? 'entrega' : undefined),
  reason: () => undefined,
}

test('a row becomes a response in the shape of POST /responses', () => {
  const mapping = {
    columns: {
      score: 'NPS',
      comment: 'Verbatim',
      submittedAt: { column: 'Date', format: 'dd/MM/yyyy HH:mm', timeZone: 'Europe/London' },
      touchpoint: { column: 'Stage', values: { 'First Payment': 'Entrega' } },
      'customer.email': 'Mail',
      'customer.annualValue.amount': 'Value',
      reasons: { column: 'Reason', create: true, separator: ';' },
      contactAllowed: 'OK?',
      'attributes.order': 'Order',
    },
    constant: { channel: 'sms', 'customer.annualValue.currency': 'MXN' },
  }
  const headers = ['NPS', 'Verbatim', 'Date', 'Stage', 'Mail', 'Value', 'Reason', 'OK?', 'Order']
  const wanted = { touchpoints: new Map(), reasons: new Map() }
  const read = rowReader({ headers, mapping: parseMapping(mapping), known, zone: 'UTC', now }, wanted)
  expect(
    read([
      '3',
      ' Tarde ',
      '19/11/2026 10:00',
      'First Payment',
      'ana@example.com',
      '1200,50',
      'Late; Rude staff',
      'sí',
      '77',
    ]),
  ).toEqual({
    history: false,
    response: {
      score: 3,
      comment: ' Tarde ',
      submittedAt: '2026-11-19T10:00:00.000Z',
      touchpoint: 'entrega',
      customer: { email: 'ana@example.com', annualValue: { amount: '1200.50', currency: 'MXN' } },
      reasons: ['late', 'rude-staff'],
      contactAllowed: true,
      attributes: { order: '77' },
      channel: 'sms',
    },
  })
  expect(wanted.reasons).toEqual(
    new Map([
      ['late', 'Late'],
      ['rude-staff', 'Rude staff'],
    ]),
  )
})

test('what is wrong is told of the cell that is wrong', () => {
  const headers = ['score', 'date', 'stage', 'mail']
  const mapping = parseMapping({
    columns: { score: 'score', submittedAt: 'date', touchpoint: 'stage', 'customer.email': 'mail' },
  })
  const read = rowReader({ headers, mapping, known, zone: 'UTC', now }, { touchpoints: new Map(), reasons: new Map() })
  const codes = (...cells: string[]) => {
    const row = read(cells)
    return 'problems' in row ? row.problems.map(({ field, code }) => `${field} ${code}`) : []
  }
  expect(codes('x', 'ayer', 'Luna', '')).toEqual([
    'score scoreNotNumber',
    'submittedAt dateNotUnderstood',
    'touchpoint touchpointUnknown',
  ])
  expect(codes('9', '2027-01-01', '', '')).toEqual(['submittedAt dateInFuture'])
  expect(codes('9', '', '', 'nobody')).toEqual(['customer.email notTaken'])
  expect(codes('9', '', '', '', 'more')).toEqual(['row tooManyCells'])
  expect(codes('9', '', '', '', '')).toEqual([])
})

test('rows older than fourteen days are history unless the mapping decides', () => {
  const history = (mapping: unknown, date: string) => {
    const reading = { headers: ['s', 'd'], mapping: parseMapping(mapping), known, zone: 'UTC', now }
    const row = rowReader(reading, { touchpoints: new Map(), reasons: new Map() })(['9', date])
    return 'history' in row && row.history
  }
  const columns = { score: 's', submittedAt: 'd' }
  expect(history({ columns }, '2026-11-01')).toBe(true)
  expect(history({ columns }, '2026-11-10')).toBe(false)
  expect(history({ columns, history: false }, '2020-01-01')).toBe(false)
  expect(history({ columns, history: true }, '2026-11-20')).toBe(true)
})

test('equal rows of one file have keys of their own, the same file again has the same keys', () => {
  const file = [{ score: 1, comment: 'a' }, { comment: 'a', score: 1 }, { score: 2 }]
  const keys = () => file.map(rowKeys('nps'))
  const first = keys()
  expect(new Set(file.map((_, at) => first[at])).size).toBe(3)
  const again = rowKeys('nps')
  expect(file.map(again)).toEqual(((key) => file.map(key))(rowKeys('nps')))
  expect(rowKeys('nps')({ score: 1, externalId: 'x' })).toBeNull()
})

test('a header that lacks a column, a file without a score and a score on another scale are refused', async () => {
  const mapping = parseMapping({ columns: { score: 'NPS' } })
  expect(() => checkHeader(['score'], mapping)).toThrowError(expect.objectContaining({ code: 'import.header' }))
  expect(() => checkHeader(['NPS', 'NPS'], mapping)).toThrowError(
    expect.objectContaining({ code: 'import.headerTwice' }),
  )
  expect(() => checkHeader(['a'], parseMapping({ columns: { comment: 'a' } }))).toThrowError(
    expect.objectContaining({ code: 'import.noScore' }),
  )
  const stars = await look(['NPS', '1', '2', '3', '4', '5'], mapping)
  expect(() => mustBeSound(stars)).toThrowError(
    expect.objectContaining({ code: 'import.scale', facts: { min: 1, max: 5 } }),
  )
  const words = await look(['NPS', 'good', 'bad'], mapping)
  expect(() => mustBeSound(words)).toThrowError(expect.objectContaining({ code: 'import.noScore' }))
  const told = await look(['NPS', '1', '2', '3', '4', '5'], parseMapping({ ...mapping, scale: { min: 1, max: 5 } }))
  mustBeSound(told)
  expect(told.scores).toEqual([1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1])
})

test('a mapping that says what nobody understands is refused by its path', () => {
  for (const wrong of [
    {},
    { columns: { scor: 'NPS' } },
    { columns: { score: 'NPS' }, scale: { min: 5, max: 1 } },
    { columns: {}, extra: 1 },
    7,
  ])
    expect(() => parseMapping(wrong)).toThrowError(expect.objectContaining({ code: 'import.mapping' }))
})

test('columns are guessed by name and checked against their samples', () => {
  expect(
    guessMapping([
      { header: 'Folio', samples: ['a1', 'a2'] },
      { header: 'Calificación', samples: ['9', '3', ''] },
      { header: 'Fecha', samples: ['30/09/2025', '1/10/2025'] },
      { header: '¿Por qué?', samples: ['Tardaron', 'Excelente'] },
      { header: 'Correo', samples: ['ana@example.com'] },
      { header: 'Punto de contacto', samples: ['Entrega'] },
    ]).columns,
  ).toEqual({
    score: 'Calificación',
    externalId: 'Folio',
    submittedAt: { column: 'Fecha', format: ['dd/MM/yyyy', 'd/M/yyyy'] },
    comment: '¿Por qué?',
    'customer.email': 'Correo',
    touchpoint: { column: 'Punto de contacto', create: true },
  })
  expect(
    guessMapping([
      { header: 'FFT answer', samples: ['Nothing.'] },
      { header: 'FFT categorical answer', samples: ['1'] },
    ]).columns,
  ).toEqual({
    comment: 'FFT answer',
    score: 'FFT categorical answer',
  })
})

async function look(cells: string[], mapping: ReturnType<typeof parseMapping>) {
  const rows = async function* () {
    for (const [at, cell] of cells.entries()) yield { number: at + 1, cells: [cell] }
  }
  return examine(rows(), { mapping, known, zone: 'UTC', now })
}
