import { after, days, minutes } from '@/lib/kit/clock'
import type { ResponseRow } from '@/lib/surveys'
import type { World } from './world'

export function invite(world: World, row: ResponseRow, wait: number): void {
  const sentAt = after(row.submittedAt, -minutes(wait))
  const startedAt = after(row.submittedAt, -minutes(2))
  const id = world.id('invitation', sentAt)
  row.invitationId = id
  world.rows.invitations.push({
    id,
    surveyId: row.surveyId,
    customerId: row.customerId,
    touchpointId: row.touchpointId,
    ticketId: null,
    channel: 'email',
    language: row.language,
    state: 'completed',
    reason: null,
    attributes: {},
    createdAt: sentAt,
    sentAt,
    deliveredAt: sentAt,
    openedAt: startedAt,
    startedAt,
    completedAt: row.submittedAt,
    remindAt: null,
    remindedAt: null,
    expiresAt: after(sentAt, days(90)),
    responseId: row.id,
    version: 2,
  })
}
