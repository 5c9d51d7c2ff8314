/** How rows are gathered under heads. */
export const groupings = ['due', 'none', 'touchpoint', 'owner', 'team', 'status'] as const
export type Grouping = (typeof groupings)[number]
/** Columns that may be left out; what was said, and how late it is, always stand. */
export const queueColumns = ['touchpoint', 'loop', 'owner', 'time'] as const
export type QueueColumn = (typeof queueColumns)[number]
export type Density = 'comfortable' | 'compact'
/** How this person wants the list to look. */
export type QueueLook = { density: Density; columns: readonly QueueColumn[] }
