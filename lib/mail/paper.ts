import { paperHtml } from './paper-html'
import { paperText } from './paper-text'

/** One letter on the house's paper. */
export type Sheet = {
  /** BCP 47, for the lang attribute. */
  language: string
  /** The organization's name: the letterhead. */
  brand: string
  subject: string
  /** The line that a mailbox shows beside the subject. */
  preheader: string
  blocks: Block[]
  /** The loop bar in one line of words; null where the customer has no case. */
  loop: LoopStep[] | null
  /** "Caso 1042" and the link to the customer's own page. */
  about: { text: string; link: Link } | null
  /** Why we write, and how to stop it. */
  footer: { text: string; link: Link | null }
}

export type Block =
  /** Paragraphs, separated by blank lines. */
  | { kind: 'text'; text: string }
  /** What somebody said, in their words. */
  | { kind: 'quote'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'button'; label: string; url: string }
  /** Eleven links, 0 to 10, with words at both ends. */
  | { kind: 'scale'; links: (Link & { score: number })[]; low: string; high: string; plain: Link }
  | { kind: 'signature'; name: string; line: string }

export type Link = { label: string; url: string }
export type LoopStep = {
  label: string
  state: 'done' | 'now' | 'next' | 'stop'
  score?: { value: number; category: 'detractor' | 'passive' | 'promoter' }
}

/** The two parts of a letter, which say the same: plain text, and a 600-pixel table whose every value stands inline. */
export const paper = (sheet: Sheet): { text: string; html: string } => ({
  text: paperText(sheet),
  html: paperHtml(sheet),
})
