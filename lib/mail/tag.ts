import { isId } from '@/lib/kit/ids'
import { sameMac, shortMac } from '@/lib/kit/seal'

const letters = { reply: 'r', bounce: 'b', unsubscribe: 'u' } as const
/** What an address with a tag is for: an answer to a letter, its return, or the wish for no more of its kind. */
export type TagPurpose = keyof typeof letters

/** The word after the plus sign: purpose, letter, MAC. */
export const tagOf = (purpose: TagPurpose, letterId: string): string =>
  `${letters[purpose]}${letterId.slice(4)}${macOf(purpose, letterId)}`

/**
 * Which letter of ours an address names and what for, or null when its tag is none of ours. The MAC is compared in constant
 * time; case is not looked at, because relays change it. That the letter still exists is the caller's to look up.
 */
export function readTag(address: string): { purpose: TagPurpose; letterId: string } | null {
  const [, letter, id, mac] = /\+([rbu])([0-9a-z]{26})([0-9a-z]{16})@[^@]*$/.exec(address.trim().toLowerCase()) ?? []
  const purpose = purposes.find((one) => letters[one] === letter)
  const letterId = `let_${id}`
  if (!purpose || !mac || !isId('letter', letterId)) return null
  return sameMac(mac, macOf(purpose, letterId)) ? { purpose, letterId } : null
}

const purposes = Object.keys(letters) as TagPurpose[]
const macOf = (purpose: TagPurpose, letterId: string): string => shortMac(`mail ${purpose}`, letterId)
