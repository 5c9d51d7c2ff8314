import { emailKey, fold } from '@/lib/kit/text'
import { commonPasswords } from './common-passwords'

export const shortestPassword = 12
export const longestPassword = 128

/** The one form in which a password is checked and hashed: NFC, nothing trimmed or cut. */
export const asTyped = (password: string): string => password.normalize('NFC')

/**
 * What is wrong with a new password, or null: 12–128 code points of any kind, none of the common ones, no single pattern
 * repeated, no run of the alphabet or the digits, not the person's own address.
 */
export function passwordFault(password: string, email: string | null): string | null {
  const typed = asTyped(password)
  const length = [...typed].length
  if (length < shortestPassword) return 'password.short'
  if (length > longestPassword) return 'password.long'
  const folded = fold(typed).replace(/\s+/g, '')
  if (commonPasswords.includes(folded) || commonPasswords.includes(folded.replace(/[!.?*]+$/, '')))
    return 'password.common'
  if (isPattern(folded) || isRun(folded)) return 'password.obvious'
  if (email && [emailKey(email), emailKey(email)?.split('@')[0]].includes(folded)) return 'password.obvious'
  return null
}

// One to four characters said over and over: aaaaaaaaaaaa, abcabcabcabc.
const isPattern = (text: string): boolean => /^(.{1,4})\1{2,}.{0,3}$/u.test(text) && new Set(text).size <= 4

// Each character one after (or before) the last: abcdefghijkl, 210987654321.
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((char, at) => (char.codePointAt(0) ?? 0) - (text.codePointAt(at) ?? 0))
  const same = (step: number) => steps.filter((one) => one === step || one === -9 * step).length
  return same(1) === steps.length || same(-1) === steps.length
}
