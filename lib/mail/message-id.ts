import { isId } from '@/lib/kit/ids'
import { randomToken, sameMac, shortMac } from '@/lib/kit/seal'
import type { Letter } from './message'

/** A new Message-ID of a letter: ticket, letter, a random word, and a MAC over them. */
export function newMessageId(letter: Pick<Letter, 'id' | 'ticketId'>, domain: string): string {
  const word = randomToken()
    .replace(/[^a-zA-Z0-9]/g, '')
    .slice(0, 12)
    .toLowerCase()
  const name = `t${letter.ticketId?.slice(4) ?? '0'}.m${letter.id.slice(4)}.${word}`
  return `<${name}.${macOf(name)}@${domain}>`
}

/**
 * The letter that a Message-ID of ours names, or null when it is none: the MAC is compared in constant time, the domain is
 * not looked at (it may have changed since). With or without angle brackets.
 */
export function readMessageId(id: string): string | null {
  const [, name, letter, mac] = shape.exec(id.trim().toLowerCase()) ?? []
  const letterId = `let_${letter}`
  if (!name || !mac || !isId('letter', letterId)) return null
  return sameMac(mac, macOf(name)) ? letterId : null
}

const shape = /^<?(t[0-9a-z]{1,26}\.m([0-9a-z]{26})\.[0-9a-z]{1,12})\.([0-9a-z]{16})@[^<>@\s]+>?$/
const macOf = (name: string): string => shortMac('message id', name)
