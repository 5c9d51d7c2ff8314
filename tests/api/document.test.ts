import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openApiDocument } from '@/lib/integrations'
import { resources } from '@/lib/integrations/rest/resources'

const document = JSON.parse(JSON.stringify(openApiDocument())) as {
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>
}

test('every resource stands in the document once, under a name of its own', () => {
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))
  expect(operations).toHaveLength(resources.length)
  expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(resources.length)
})

test('input that is not in the schema is refused: every object that is sent is closed', () => {
  const open = resources.flatMap(({ method, path, input }) => {
    const schema = input && JSON.stringify(document.paths[path]?.[method.toLowerCase()])
    return schema && !schema.includes('"additionalProperties":false') ? [`${method} ${path}`] : []
  })
  expect(open).toEqual([])
})

test('docs/openapi.json tells the truth', () => {
  const file = 'docs/openapi.json'
  expect(existsSync(file) && JSON.parse(readFileSync(file, 'utf8'))).toEqual(document)
})
