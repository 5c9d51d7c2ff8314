import type { DeedLine } from './deed'

export const viewsDeeds: DeedLine[] = []
