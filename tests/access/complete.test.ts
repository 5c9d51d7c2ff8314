import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { resources } from '@/lib/integrations/rest/resources'
import { deeds, openDeeds, pages, programs } from './table'

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map((file) => `app/${file}`)
  .sort()

test('every page and route has a line, and no line is about nothing', () => {
  const doors = files.filter((file) => /\/(page\.tsx|route\.ts)$/.test(file))
  expect(pages.map((line) => line.file).sort()).toEqual(doors)
})

test('every server action has a line, and no line is about nothing', () => {
  const actions = files
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    .filter(({ text }) => /^\s*['"]use server['"]/.test(text))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/^export (?:const|async function|function) (\w+)/gm)].map(([, name]) => `${file} ${name}`),
    )
  const lines = [...deeds.map(({ file, name }) => `${file} ${name}`), ...Object.keys(openDeeds)]
  expect(lines.sort()).toEqual(actions.sort())
})

test('no action hides inside another file', () => {
  const hidden = files.filter(
    (file) => /\.tsx?$/.test(file) && /^\s+['"]use server['"]/m.test(readFileSync(file, 'utf8')),
  )
  expect(hidden).toEqual([])
})

test('every resource has a line, and no line is about nothing', () => {
  expect(programs.map((line) => line.at).sort()).toEqual(resources.map((its) => `${its.method} ${its.path}`).sort())
})
