export const phases = ['before', 'during', 'after'] as const
export type Phase = (typeof phases)[number]
export const touchpointStatuses = ['proposed', 'active', 'retired'] as const
export const causeSides = ['detractor', 'promoter', 'both'] as const
export type CauseSide = (typeof causeSides)[number]
export const controls = ['us', 'partner', 'external'] as const
