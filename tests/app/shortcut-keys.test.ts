import { expect, test } from 'vitest'
import { deedNames, deeds, holderOf, keysFor, mayMove, worksIn } from '@/app/_ui/deeds'
import { keyNames, keystroke } from '@/app/_ui/keystroke'
import { deskKeys } from '@/lib/desk/shared'

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  keystroke(
    { key, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, ...more },
    false,
  )

test('a key is known by its letter, wherever it lies; by its place where the script has no Latin letters', () => {
  expect(press('a', { code: 'KeyQ' })).toBe('a')
  expect(press('о', { code: 'KeyJ' })).toBe('j')
  expect(press('١', { code: 'Digit1' })).toBe('1')
})

test('a modifier that was not meant makes another key of it; Alt and AltGr write characters', () => {
  expect(press('j', { ctrlKey: true })).toBe('mod+j')
  expect(press('E', { shiftKey: true })).toBe('shift+e')
  expect(press('?', { shiftKey: true })).toBe('?')
  expect(press('@', { altKey: true, ctrlKey: true })).toBeNull()
  expect(press('j', { metaKey: true })).toBeNull()
})

test('no two deeds have the same key', () => {
  expect(deedNames.filter((name) => holderOf(keysFor(name, {}), name, {}) !== null)).toEqual([])
})

test('a key that is taken is told with who has it; what was freed can be taken', () => {
  expect(holderOf('j', 'tags', {})).toBe('next')
  expect(holderOf('g', 'tags', {})).toBe('goTriage')
  expect(holderOf('l', 'next', { tags: 'z' })).toBeNull()
})

test('only with Ctrl: no letter and no sign does anything, arrows and Escape go on', () => {
  expect(['j', '/', '1', 'shift+e'].map((keys) => worksIn('modifier', keys))).toEqual([false, false, false, false])
  expect(['mod+z', 'arrowdown', 'escape', 'enter'].map((keys) => worksIn('modifier', keys))).not.toContain(false)
  expect(['mod+z', 'j', 'escape', 'mod+k'].map((keys) => worksIn('off', keys))).toEqual([false, false, true, true])
})

test('keys are written as they are on the board', () => {
  expect(keyNames('mod+enter', false)).toBe('Ctrl ↵')
  expect(keyNames('g t', true)).toBe('G T')
})

test('what a person can move is what the desk keeps, with the same keys as delivered', () => {
  expect(Object.fromEntries(deedNames.filter(mayMove).map((name) => [name, deeds[name].keys]))).toEqual({ ...deskKeys })
})
