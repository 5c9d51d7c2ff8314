/** What can be done on a ticket, asked for by a key, a button or the address, done by whichever part of the page does it. */
export const deeds = ['reply', 'note', 'call', 'resolve', 'reopen', 'discard'] as const
export type Deed = (typeof deeds)[number]
export type Mode = 'reply' | 'note'
