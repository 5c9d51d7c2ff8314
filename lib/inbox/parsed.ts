/** Somebody in a header. `address` is trimmed and as it was written; '' when there was none. */
export type Party = { name: string; address: string }

/** A file that came with a mail. `name` is a name to show, never a path; `mediaType` what the bytes look like, else what the sender said. */
export type ParsedFile = {
  name: string
  mediaType: string
  size: number
  sha256: string
  /** Without angle brackets. */
  contentId: string | null
  /** Shown within the HTML by its `contentId`. */
  inline: boolean
  bytes: Uint8Array
}

/** What a delivery report (RFC 3464) says of one recipient. */
export type RecipientReport = {
  recipient: string | null
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | null
  /** Enhanced status of RFC 3463, as 5.1.1. */
  status: string | null
  /** The other server's own words, at most 500 characters. */
  diagnostic: string | null
}

export type Report = {
  /** `delivery`: a DSN · `feedback`: a complaint (ARF, RFC 5965) · `text`: a bounce in prose, read by known wordings. */
  kind: 'delivery' | 'feedback' | 'text'
  recipients: RecipientReport[]
  /** Message-ID of the mail that it returns or complains about. */
  returnedId: string | null
  /** Envelope sender and addressee of the mail that it returns, as far as they can be read. */
  returnedFrom: string | null
  returnedTo: string | null
}

/** A mail as it was read in the child process. Every text is free of control characters and of bounded length. */
export type Parsed = {
  /** With angle brackets; made from the content where the mail had none. */
  messageId: string
  /** True: the mail had no Message-ID. */
  synthetic: boolean
  inReplyTo: string[]
  /** Oldest first, at most 200. */
  references: string[]
  /** How many senders it claims: more than one is suspect. */
  senders: number
  from: Party | null
  replyTo: Party[]
  to: Party[]
  cc: Party[]
  /** Every address where a tag of ours may stand: To, Cc, Delivered-To, X-Original-To and the like; at most 200. */
  recipients: string[]
  /** Envelope sender as the last server wrote it: '' is the null return path, null unknown. */
  returnPath: string | null
  subject: string
  date: Date | null
  /** The words: the plain part, else made from the HTML. May be ''. */
  text: string
  /** Character of `text` where what is quoted begins; null: nothing is. Nothing is ever cut. */
  quoteAt: number | null
  /** As it came: to be sanitised whenever it is shown. */
  html: string | null
  files: ParsedFile[]
  /** Headers that tell people from machines: lower-case name → values, top of the mail first. */
  signs: Record<string, string[]>
  report: Report | null
  /** SHA-256 of sender, subject, words and files: tells a second copy from another letter under the same Message-ID. */
  wordsHash: string
  /** Codes of what was left out or mended: `files.many`, `recipients.many`, … */
  notes: string[]
}
