import type { ReactNode } from 'react'

/** What became of a letter, for the line beside its words. */
export type LetterLine = {
  messageId: string
  letterId: string
  word: string
  tone: 'quiet' | 'soon' | 'late'
  /** Why it did not arrive, in a sentence; and what the other server said, in its own words. */
  reason: string | null
  server: string | null
  /** "Puede haber llegado dos veces." */
  twice: string | null
  /** While it can be called back: when it leaves, as an instant and in words. */
  leaves: { iso: string; text: string } | null
  may: { recall: boolean; retry: boolean }
  /** What did not arrive, to be put right and sent anew; null when there is nothing to mend. */
  words: string | null
}

/** A file that came with a message or went with it. */
export type FileLine = { id: string; name: string; size: string; href: string }

/** Mail as it came: what can be shown besides its words. */
export type MailLine = {
  /** The subject when it is another than the ticket's thread. */
  subject: string | null
  /** The sandboxed page of its HTML, null when it came as plain text. */
  html: string | null
  /** "Mensaje de Ana, 12 sep 10:41" */
  frame: string
  /** Where its bytes and its headers are. */
  source: string | null
}

/** Somebody unknown wrote: who, and what may be done about it. */
export type StrangerLine = { messageId: string; address: string; text: string }

export type Spoken = {
  author: string
  beside?: ReactNode
  text: string
  /** Where what is quoted begins; null: nothing is. */
  quoteAt: number | null
  lang?: string
  letter: LetterLine | null
  files: FileLine[]
  mail: MailLine | null
  stranger: StrangerLine | null
  /** "Retirado antes de salir": it never left. */
  withdrawn: string | null
}

/** One line of the ticket's history, written out for the reader. */
export type TimelineItem = { id: string; iso: string; time: string } & (
  | { kind: 'event'; text: string }
  /** Said, but it counts as nothing: an out-of-office note, a letter that came back. Its words stand folded. */
  | { kind: 'grey'; text: string; words: string; tone: 'quiet' | 'late'; source: string | null }
  | ({ kind: 'message' } & Spoken)
  | ({ kind: 'note' } & Spoken)
)

/** The name to call somebody by: "Ana Lucía Ruiz Peña" → "Ana". */
export const first = (name: string) => name.split(' ')[0] ?? name
