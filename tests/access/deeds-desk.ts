import type { DeedLine } from './deed'

export const deskDeeds: DeedLine[] = []
