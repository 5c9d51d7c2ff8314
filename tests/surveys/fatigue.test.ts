import { expect, test } from 'vitest'
import { after, days } from '@/lib/kit/clock'
import { type AskingPolicy, askingPolicy, type Denial, mayAsk, type Standing } from '@/lib/surveys'
import { outOfQuietHours } from '@/lib/surveys/quiet'

const now = new Date('2026-11-20T16:00:00Z')
const ago = (count: number) => after(now, -days(count))
const fine: Standing = {
  address: 'ana@correo.mx',
  optedOut: false,
  bounced: false,
  declined: false,
  midCase: false,
  lastOfSurvey: null,
  lastOfAny: null,
}
const worst: Standing = {
  address: null,
  optedOut: true,
  bounced: true,
  declined: true,
  midCase: true,
  lastOfSurvey: ago(1),
  lastOfAny: ago(1),
}

test('somebody against whom nothing speaks may be asked', () => {
  expect(mayAsk(fine, askingPolicy, now)).toBeNull()
})

test('of several reasons the first in the order of the rules is given', () => {
  const mended: [Partial<Standing>, Denial | null][] = [
    [{}, 'no_address'],
    [{ address: 'ana@correo.mx' }, 'opted_out'],
    [{ optedOut: false }, 'bounced'],
    [{ bounced: false }, 'declined'],
    [{ declined: false }, 'mid_case'],
    [{ midCase: false }, 'asked_lately'],
    [{ lastOfSurvey: ago(91) }, 'resting'],
    [{ lastOfAny: ago(8) }, null],
  ]
  let standing = worst
  for (const [change, reason] of mended) {
    standing = { ...standing, ...change }
    expect(mayAsk(standing, askingPolicy, now)).toBe(reason)
  }
})

test('another survey does not move the clock of this one, and rests end to the millisecond', () => {
  expect(mayAsk({ ...fine, lastOfAny: ago(7) }, askingPolicy, now)).toBeNull()
  expect(mayAsk({ ...fine, lastOfAny: new Date(ago(7).getTime() + 1) }, askingPolicy, now)).toBe('resting')
  expect(mayAsk({ ...fine, lastOfSurvey: ago(89), lastOfAny: ago(89) }, askingPolicy, now)).toBe('asked_lately')
  expect(mayAsk({ ...fine, lastOfSurvey: ago(90), lastOfAny: ago(90) }, askingPolicy, now)).toBeNull()
})

test('a recovery survey skips every rest, but never an address that must not be written to', () => {
  const resting = { ...fine, midCase: true, lastOfSurvey: ago(1), lastOfAny: ago(1) }
  expect(mayAsk(resting, askingPolicy, now, { recovery: true })).toBeNull()
  expect(mayAsk({ ...resting, bounced: true }, askingPolicy, now, { recovery: true })).toBe('bounced')
  expect(mayAsk({ ...resting, optedOut: true }, askingPolicy, now, { recovery: true })).toBe('opted_out')
})

test('sampling and quota come last', () => {
  const half: AskingPolicy = { ...askingPolicy, sampling: 0.5, quotaLeft: 0 }
  expect(mayAsk(fine, half, now, { draw: 0.5 })).toBe('sampled_out')
  expect(mayAsk(fine, half, now, { draw: 0.49 })).toBe('quota')
  expect(mayAsk(fine, { ...half, quotaLeft: 1 }, now, { draw: 0.49 })).toBeNull()
})

test('nobody is woken: a survey arrives between eight and twenty o’clock of the organization', () => {
  const mexico = (at: string) => outOfQuietHours(new Date(at), 'America/Mexico_City').toISOString()
  expect(mexico('2026-11-20T16:00:00Z')).toBe('2026-11-20T16:00:00.000Z')
  expect(mexico('2026-11-21T02:00:00Z')).toBe('2026-11-21T14:00:00.000Z')
  expect(mexico('2026-11-20T13:59:59Z')).toBe('2026-11-20T14:00:00.000Z')
  expect(outOfQuietHours(new Date('2026-11-20T01:00:00Z'), 'Asia/Kathmandu').toISOString()).toBe(
    '2026-11-20T02:15:00.000Z',
  )
})
