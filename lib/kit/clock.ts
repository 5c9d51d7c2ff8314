/** The only place that asks the machine for the time; called at the doors, everything inside takes `now`. */
export const now = (): Date => new Date()

export const minutes = (count: number): number => count * 60_000
export const hours = (count: number): number => count * 3_600_000
export const days = (count: number): number => count * 86_400_000

/** The instant `milliseconds` after `at`. */
export const after = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds)
