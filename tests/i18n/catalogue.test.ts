import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messages } from '@/lib/i18n/messages'

const sentences = { en: leaves(messages.en), es: leaves(messages.es) }

test('both languages have the same keys', () => {
  expect([...sentences.es.keys()].sort()).toEqual([...sentences.en.keys()].sort())
})

test('a sentence takes the same arguments in both languages', () => {
  const differing = [...sentences.en].filter(([key, text]) => {
    const other = sentences.es.get(key)
    return other !== undefined && args(text) !== args(other)
  })
  expect(differing.map(([key]) => key)).toEqual([])
})

test('no sentence is empty and none shouts', () => {
  for (const [key, text] of [...sentences.en, ...sentences.es]) {
    expect(text.trim(), key).not.toBe('')
    expect(/[!¡]/.test(text), `${key}: ${text}`).toBe(false)
  }
})

test('every file of sentences is part of the catalogue', () => {
  for (const language of ['en', 'es'] as const) {
    const files = readdirSync(new URL(`../../lib/i18n/messages/${language}`, import.meta.url))
    expect(files.map((file) => file.replace('.json', '')).sort()).toEqual(Object.keys(messages[language]).sort())
  }
})

function leaves(tree: object, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of Object.entries(tree)) {
    const key = path ? `${path}.${name}` : name
    if (typeof value === 'string') found.set(key, value)
    else for (const [inner, text] of leaves(value as object, key)) found.set(inner, text)
  }
  return found
}

// {name}, {n, plural, …} and <tag>: what stands before the first comma of each opening brace, at any depth.
function args(text: string) {
  const names = [...text.matchAll(/\{\s*([A-Za-z_]\w*)\s*[,}]/g), ...text.matchAll(/<(\w+)>/g)].map((match) => match[1])
  return [...new Set(names)].sort().join(' ')
}
