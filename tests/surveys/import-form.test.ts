import { expect, test } from 'vitest'
import { formOfMapping, mappingOfForm } from '@/lib/surveys/import-form'
import { parseMapping } from '@/lib/surveys/import-mapping'

test('a mapping survives being shown as a form and read back', () => {
  const mapping = parseMapping({
    columns: {
      score: { column: 'Nota' },
      comment: { column: 'Texto' },
      submittedAt: { column: 'Fecha', format: ['dd/MM/yyyy', 'd/M/yyyy'], timeZone: 'Europe/London' },
      touchpoint: { column: 'Etapa', create: true },
      reasons: { columns: ['Tarde', 'Caro'], create: true },
      'attributes.No-de-pedido': { column: 'No de pedido' },
    },
    scale: { min: 1, max: 5, invert: true, blank: ['6', '7'] },
    constant: { channel: 'sms' },
    history: true,
  })
  const headers = ['Nota', 'Texto', 'Fecha', 'Etapa', 'Tarde', 'Caro', 'No de pedido', 'Sobra']
  const form = formOfMapping(headers, mapping)
  expect(form).toMatchObject({
    'field-0': 'score',
    'field-5': 'reasons',
    'field-6': 'attribute',
    'field-7': '',
    scale: '1-5',
  })
  expect(parseMapping(mappingOfForm(form))).toEqual(mapping)
})

test('a scale of one’s own must have two numbers, and a constant gives way to a column', () => {
  const form = {
    'header-0': 'n',
    'field-0': 'score',
    'header-1': 'c',
    'field-1': 'channel',
    'constant-channel': 'sms',
    scale: 'other',
    scaleMin: '0',
  }
  expect(() => parseMapping(mappingOfForm(form))).toThrowError(expect.objectContaining({ code: 'import.mapping' }))
  expect(parseMapping(mappingOfForm({ ...form, scaleMax: '6' }))).toEqual({
    columns: { score: { column: 'n' }, channel: { column: 'c' } },
    scale: { min: 0, max: 6 },
  })
})
