import type { DeedLine } from './deed'

export const mailDeeds: DeedLine[] = []
