import { readdirSync } from 'node:fs'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
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

// Every argument and tag of a message, at any depth, as the library's own parser reads it.
function args(text: string) {
  const names = new Set<string>()
  const walk = (parts: MessageFormatElement[]) => {
    for (const part of parts) {
      if ('value' in part && part.type !== TYPE.literal) names.add(String(part.value))
      if ('options' in part) for (const option of Object.values(part.options)) walk(option.value)
      if ('children' in part) walk(part.children)
    }
  }
  walk(parse(text))
  return [...names].sort().join(' ')
}
