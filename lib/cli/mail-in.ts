import { keep, largestMail } from '@/lib/inbox'
import { now } from '@/lib/kit/clock'
import { isRefusal } from '@/lib/kit/refusal'
import { emailKey } from '@/lib/kit/text'
import { type Command, lineOf } from './command'

// What mail servers understand (sysexits.h).
const kept = 0
const dataError = 65
const tryAgain = 75

/** Takes one mail from standard input, as a mail server pipes it. Kept: 0; what will never be taken: 65; all else: 75, try again. */
export const mailIn: Command = {
  operands: [],
  options: { to: { type: 'string' }, from: { type: 'string' } },
  run: async ({ options, note, locale }) => {
    try {
      const to = addressIn(options.to)
      const envelope =
        to === null && options.from === undefined ? undefined : { from: senderIn(options.from), to: to ? [to] : [] }
      const bytes = await standardInput()
      await keep({ source: 'pipe', mailbox: 'pipe', bytes, ...(envelope ? { envelope } : {}) }, now())
      return kept
    } catch (error) {
      note(`lazo: ${lineOf(error, locale)}`)
      const forever = isRefusal(error) && (error.code === 'input.tooLarge' || error.code === 'inbound.empty')
      return forever ? dataError : tryAgain
    }
  },
}

type Option = string | boolean | undefined

const addressIn = (given: Option): string | null => {
  const bare = typeof given === 'string' ? given.trim().replace(/^<(.*)>$/, '$1') : ''
  return emailKey(bare) ? bare : null
}

// The null sender is written <> or as nothing.
const senderIn = (given: Option): string | null =>
  typeof given === 'string' && /^(<\s*>|\s*)$/.test(given) ? '' : addressIn(given)

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk as Uint8Array)
    // All is read, so that the mail server that writes does not stumble; what is beyond the limit is not kept in mind.
    if (size <= largestMail) chunks.push(bytes)
    size += bytes.length
  }
  return Buffer.concat(chunks)
}
