import type { DeedLine } from './deed'

export const ticketDeeds: DeedLine[] = []
