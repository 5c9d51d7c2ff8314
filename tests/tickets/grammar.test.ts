import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  emptyQuery,
  type Group,
  normalQuery,
  parseQuery,
  printQuery,
  type Query,
  queryFields,
  type Test,
  withoutPart,
  withTest,
} from '@/lib/tickets/shared'

const read = (text: string) => parseQuery(text).query
const canonical = (text: string) => printQuery(read(text))
const parts = (text: string) => read(text).parts
const codes = (text: string) => parseQuery(text).problems.map(({ code, word }) => `${code} ${word}`)

test('a question is read as it is typed', () => {
  expect(read('score:<=6 touchpoint:delivery owner:me is:overdue -tag:spam "late again"')).toEqual({
    join: 'and',
    parts: [
      { field: 'score', operator: 'under', values: ['6'] },
      { field: 'touchpoint', operator: 'is', values: ['delivery'] },
      { field: 'owner', operator: 'is', values: ['me'] },
      { field: 'overdue', operator: 'is', values: [] },
      { field: 'tag', operator: 'not', values: ['spam'] },
    ],
    words: '"late again"',
  })
})

test('every operator has its sign', () => {
  const found = Object.fromEntries(
    ['tag:a', '-tag:a', 'tag:a,b', '-tag:a,b', 'tag:none', 'tag:any', 'score:>=3', 'score:<=6', 'score:3..6'].map(
      (text) => [text, (parts(text)[0] as Test).operator],
    ),
  )
  expect(Object.values(found)).toEqual(['is', 'not', 'any', 'none', 'empty', 'set', 'over', 'under', 'between'])
  for (const text of Object.keys(found)) expect(canonical(text)).toBe(text)
})

test('what is strictly over or under, turned round or negated is said with both ends counted', () => {
  expect(canonical('score:<6 score:>8')).toBe('score:<=5 score:>=9')
  expect(canonical('-score:<=6')).toBe('score:>=7')
  expect(canonical('-score:>6')).toBe('score:<=6')
  expect(canonical('score:9..3 score:..4 score:5.. score:=2 score:4..4')).toBe(
    'score:3..9 score:<=4 score:>=5 score:2 score:4',
  )
  expect(canonical('created:>2026-02-28 created:<today')).toBe('created:>=2026-03-01 created:<=yesterday')
  expect(canonical('created:-7d due:+2d')).toBe('created:>=-7d due:<=+2d')
  expect(canonical('-tag:none -tag:any -tag:a,none')).toBe('tag:any tag:none -tag:a,none')
})

test('Spanish names, flags and values are understood and printed in the codes', () => {
  expect(canonical('puntaje:<=6 punto:entrega responsable:yo dueño:nadie etiqueta:"muy enojado"')).toBe(
    'score:<=6 touchpoint:entrega owner:me owner:none tag:"muy enojado"',
  )
  expect(canonical('es:vencido está:sin-leer -es:mío estado:abierto,en-proceso prioridad:Alta banda:promotor')).toBe(
    'is:overdue is:unread -is:mine status:open,in_progress priority:high band:promoter',
  )
  expect(canonical('creado:>=ayer vence:mañana Causa:ninguna')).toBe('created:>=yesterday due:tomorrow cause:none')
  expect(canonical('is:breaching is:open')).toBe('sla:late,soon status:open')
})

test('groups are two levels deep', () => {
  expect(read('(score:<=3 OR is:overdue) owner:me').parts[0]).toEqual({
    join: 'or',
    tests: [
      { field: 'score', operator: 'under', values: ['3'] },
      { field: 'overdue', operator: 'is', values: [] },
    ],
  })
  expect(canonical('score:3 owner:me OR is:overdue')).toBe('(score:3 owner:me) OR is:overdue')
  expect(canonical('score:3 AND (owner:me tag:a)')).toBe('score:3 owner:me tag:a')
  expect(canonical('(score:3 O owner:me) mueble')).toBe('(score:3 OR owner:me) mueble')
  expect(canonical('mueble score:3 OR owner:me')).toBe('(score:3 OR owner:me) mueble')
  expect(canonical('is:mine,overdue tag:a')).toBe('(is:mine OR is:overdue) tag:a')
  expect(canonical('-is:mine,overdue')).toBe('-is:mine -is:overdue')
})

test('what is not understood is told with its place, looked for as words, and the rest still works', () => {
  const { query, problems } = parseQuery('owner:me touchpont:x score:mucho tag:a')
  expect(problems).toEqual([
    { at: 9, length: 11, code: 'field', word: 'touchpont' },
    { at: 21, length: 11, code: 'value', word: 'mucho' },
  ])
  expect(query.parts).toHaveLength(2)
  expect(query.words).toBe('touchpont:x score:mucho')
  expect(codes('score:11 priority:x created:2026-02-30 is:nothing score:any,3')).toEqual([
    ...['value 11', 'value x', 'value 2026-02-30', 'value nothing', 'value any,3'],
  ])
  expect(codes('(score:3 (tag:a OR tag:b)) owner:me')).toEqual(['depth ('])
  expect(canonical('(score:3 (tag:a OR tag:b)) owner:me')).toBe('owner:me "score:3" "tag:a" OR "tag:b"')
  expect(codes('(score:3 owner:me OR tag:b) tag:c')).toEqual(['depth ('])
  expect(codes('score:3 (tag:a OR tag:b) OR owner:me')).toEqual(['depth tag:a OR tag:b'])
  expect(codes('(score:3 OR tag:b')).toEqual(['bracket ('])
  expect(codes('owner:me -(score:3 OR tag:b)')).toEqual(['depth ('])
  expect(canonical('owner:me -(score:3 OR tag:b)')).toBe('owner:me "score:3" OR "tag:b"')
  expect(codes(Array.from({ length: 42 }, (_, n) => `tag:t${n}`).join(' '))).toEqual(['long tag:t40', 'long tag:t41'])
})

test('words stay words', () => {
  for (const text of [
    'llegó (tarde) y mal :)',
    'https://casa-lua.mx/pago',
    '10:30',
    'Re: hola',
    'TARDE OR NUNCA',
    '- x',
  ])
    expect(codes(text), text).toEqual([])
  expect(read('TARDE OR NUNCA')).toEqual({ join: 'and', parts: [], words: 'TARDE OR NUNCA' })
  expect(read('“otra vez" armador')).toMatchObject({ words: '"otra vez" armador' })
  expect(read('"score:3"')).toEqual({ join: 'and', parts: [], words: '"score:3"' })
  expect(read(' "" ')).toEqual(emptyQuery)
})

test('chips add, replace and take away', () => {
  const mine: Test = { field: 'owner', operator: 'is', values: ['me'] }
  const nobody: Test = { field: 'owner', operator: 'empty', values: [] }
  expect(printQuery(withTest(withTest(read('mueble tag:a'), mine), nobody))).toBe('tag:a owner:none mueble')
  expect(printQuery(withTest(read('tag:a OR tag:b'), mine))).toBe('(tag:a OR tag:b) owner:me')
  expect(printQuery(withTest(read('tag:a score:3 OR tag:b'), mine))).toBe(
    '(tag:a score:3 owner:me) OR (tag:b owner:me)',
  )
  expect(printQuery(withoutPart(read('(tag:a OR tag:b) owner:me'), 1))).toBe('tag:a OR tag:b')
  expect(printQuery(withoutPart(read('tag:a OR owner:me'), 0))).toBe('owner:me')
})

const someText = fc.stringMatching(/^[a-zñé0-9 ,().:<>=-]{1,12}$/)
const valueFor = (field: (typeof queryFields)[number]): fc.Arbitrary<string> => {
  if (field.codes) return fc.constantFrom(...field.codes)
  if (field.kind === 'number') return fc.integer({ min: 0, max: 10 }).map(String)
  if (field.kind === 'instant')
    return fc.oneof(
      fc.constantFrom('today', 'yesterday', 'tomorrow', '2026-02-28', '2024-02-29'),
      fc.integer({ min: 1, max: 90 }).map((n) => `-${n}d`),
      fc.integer({ min: 1, max: 90 }).map((n) => `+${n}h`),
    )
  return someText
}
const anyTest = fc.constantFrom(...queryFields).chain(
  (field): fc.Arbitrary<Test> =>
    fc.record({
      field: fc.constant(field.name),
      operator: fc.constantFrom(...field.operators),
      values: fc.array(valueFor(field), { minLength: 1, maxLength: 3 }),
    }),
)
const join = fc.constantFrom('and' as const, 'or' as const)
const anyGroup: fc.Arbitrary<Group> = fc.record({ join, tests: fc.array(anyTest, { minLength: 1, maxLength: 4 }) })
const anyWords = fc.string({ maxLength: 20 }).map((text) => {
  const { query } = parseQuery(text)
  return query.parts.length > 0 ? '' : query.words
})
const anyQuery: fc.Arbitrary<Query> = fc
  .record({ join, parts: fc.array(fc.oneof(anyTest, anyGroup), { maxLength: 6 }), words: anyWords })
  .map(normalQuery)

test('what is printed is read as the same question, ten thousand times', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      expect(parseQuery(printQuery(query)).query).toEqual(query)
    }),
    { numRuns: 10_000 },
  )
})

const pieces = fc.constantFrom(
  ...[
    'score:',
    'tag:',
    '-',
    '(',
    ')',
    '"',
    'OR',
    'AND',
    'is:',
    'overdue',
    '<=',
    '..',
    '3',
    ',',
    ' ',
    ' ',
    'none',
    'me',
  ],
  ...['owner:', 'hola', 'xx:', '“', 'created:', 'today', '-7d', 'ñ', '\n', ':', 'es:', 'mío', '#1042', '😀'],
)
const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

test('any text is read without complaint, and printing what was read is stable', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = canonical(text)
      expect(canonical(once)).toBe(once)
      expect(read(once)).toEqual(read(text))
    }),
    { numRuns: 10_000 },
  )
})

test('a hundred thousand characters are read in the time of one pass', () => {
  const shapes = [
    '(',
    '((score:3',
    'score:3 OR ',
    '"',
    '"a" ',
    'tag:a,',
    'x:',
    '-',
    'tag:"a,',
    ') ',
    'a ',
    '(a OR ',
    'é',
  ]
  for (const shape of shapes) {
    const text = shape.repeat(Math.ceil(100_000 / shape.length))
    const start = performance.now()
    parseQuery(text)
    expect(performance.now() - start, shape).toBeLessThan(1_500)
  }
})
