import { expect, test } from 'vitest'
import { hours, minutes } from '@/lib/kit/clock'
import { type Failure, judge, mostTries, waitAfter } from '@/lib/mail/answers'

const now = new Date('2026-11-20T15:00:00Z')
const failure = (its: Partial<Failure>): Failure => ({
  code: 'ESOCKET',
  responseCode: null,
  status: null,
  begun: false,
  ...its,
})
const tried = (attempts: number, resent = false) => ({ attempts, resent })

test.each([
  ['450 to RCPT', { code: 'EENVELOPE', responseCode: 450, status: '4.2.1' }, 'retry', 'temporary'],
  ['451 after DATA', { code: 'EMESSAGE', responseCode: 451, begun: true }, 'retry', 'temporary'],
  ['421', { code: 'EENVELOPE', responseCode: 421 }, 'retry', 'temporary'],
  ['503, which speaks of the session', { code: 'EENVELOPE', responseCode: 503 }, 'retry', 'temporary'],
  ['550 5.1.1', { code: 'EENVELOPE', responseCode: 550, status: '5.1.1' }, 'failed', 'rejected_address'],
  ['550 to RCPT without more', { code: 'EENVELOPE', responseCode: 550 }, 'failed', 'rejected_address'],
  ['550 5.7.1, policy', { code: 'EENVELOPE', responseCode: 550, status: '5.7.1' }, 'failed', 'rejected_message'],
  ['554 after DATA', { code: 'EMESSAGE', responseCode: 554, begun: true }, 'failed', 'rejected_message'],
  ['refused connection', { code: 'ESOCKET' }, 'retry', 'unreachable_server'],
  ['a name that resolves to nothing', { code: 'EDNS' }, 'retry', 'unreachable_server'],
  ['silence before the message', { code: 'ETIMEDOUT' }, 'retry', 'unreachable_server'],
  ['broken off during the message', { code: 'ECONNECTION', begun: true }, 'unknown', 'unknown_outcome'],
  ['silence after the message', { code: 'ETIMEDOUT', begun: true }, 'unknown', 'unknown_outcome'],
  ['wrong password', { code: 'EAUTH', responseCode: 535 }, 'paused', 'auth'],
  [
    'authentication asked for at MAIL FROM',
    { code: 'EENVELOPE', responseCode: 530, status: '5.7.0' },
    'paused',
    'auth',
  ],
  ['no encryption to be had', { code: 'ETLS' }, 'paused', 'tls'],
])('%s', (_, its, end, reason) => {
  expect(judge(failure(its), tried(1), now)).toMatchObject({ end, reason })
})

test('only a fault of the address marks it', () => {
  const of = (its: Partial<Failure>) => judge(failure(its), tried(1), now)
  expect(of({ code: 'EENVELOPE', responseCode: 550, status: '5.1.1' })).toMatchObject({ suppress: true })
  expect(of({ code: 'EENVELOPE', responseCode: 550, status: '5.7.1' })).toMatchObject({ suppress: false })
  expect(of({ code: 'EMESSAGE', responseCode: 550, begun: true })).toMatchObject({ suppress: false })
})

test('the waits are 1 m, 5 m, 30 m, 2 h, 5 h, 10 h, then every 12 h, and end within four days', () => {
  const waits = Array.from({ length: mostTries - 1 }, (_, at) => waitAfter(at + 1))
  expect(waits.slice(0, 7)).toEqual([minutes(1), minutes(5), minutes(30), hours(2), hours(5), hours(10), hours(12)])
  const total = waits.reduce((sum, wait) => sum + wait, 0)
  expect(total).toBeLessThanOrEqual(hours(96))
  expect(total + hours(12)).toBeGreaterThan(hours(96))
  const last = judge(failure({ code: 'EENVELOPE', responseCode: 450 }), tried(mostTries), now)
  expect(last).toEqual({ end: 'failed', reason: 'too_long', suppress: false })
})

test('a letter without an outcome goes out once more after a quarter of an hour, and then never again', () => {
  const lost = failure({ code: 'ECONNECTION', begun: true })
  expect(judge(lost, tried(1), now)).toMatchObject({ end: 'unknown', at: new Date('2026-11-20T15:15:00Z') })
  expect(judge(lost, tried(2, true), now)).toMatchObject({ end: 'failed', reason: 'unknown_outcome' })
})
