import { expect, test } from 'vitest'
import { after, days } from '@/lib/kit/clock'
import { invitationTable, linkState, openStates, statesBefore } from '@/lib/surveys'
import { invitationStates } from '@/lib/surveys/shared'

const now = new Date('2026-11-20T16:00:00Z')
const open = { state: 'sent' as const, expiresAt: after(now, days(90)), responseId: null }

test('every state is in the table, and nothing leads back to the beginning', () => {
  expect(Object.keys(invitationTable).sort()).toEqual([...invitationStates].sort())
  expect(statesBefore('created')).toEqual([])
  expect(statesBefore('queued')).toEqual(['created'])
})

test('every open state may expire, be opted out, cancelled or flagged, and be answered', () => {
  for (const state of openStates)
    expect(invitationTable[state]).toEqual(
      expect.arrayContaining(['completed', 'expired', 'opted_out', 'cancelled', 'bot_flagged']),
    )
})

test('what is over stays over', () => {
  for (const state of ['suppressed', 'completed', 'expired', 'opted_out', 'cancelled'] as const)
    expect(invitationTable[state]).toEqual([])
})

test('a link finds an answer first, then the end of its invitation, then that of its survey', () => {
  const live = { status: 'live' as const }
  expect(linkState(open, live, now)).toBe('open')
  expect(linkState({ ...open, responseId: 'res_x', expiresAt: now }, { status: 'closed' }, now)).toBe('answered')
  expect(linkState({ ...open, state: 'cancelled', expiresAt: now }, live, now)).toBe('cancelled')
  expect(linkState({ ...open, state: 'opted_out' }, live, now)).toBe('opted_out')
  expect(linkState({ ...open, expiresAt: now }, { status: 'closed' }, now)).toBe('expired')
  expect(linkState(open, { status: 'closed' }, now)).toBe('closed')
  expect(linkState(open, { status: 'draft' }, now)).toBe('draft')
})
