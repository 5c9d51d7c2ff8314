import type { BounceSeverity } from '@/db/words/mail'
import type { RecipientReport } from './parsed'

const gone =
  /user unknown|unknown user|no such (user|mailbox|recipient|address|account|person)|does(n.t| not) exist|mailbox (unavailable|not found|unknown)|(recipient|address|account|user) (address )?(rejected: (undeliverable|user unknown)|not found|unknown|invalid)|invalid (recipient|mailbox|address)|not a valid (mailbox|recipient|user)|(account|mailbox|address)[^.]{0,40}(disabled|inactive|deactivated|suspended|closed)|unrouteable|no existe|desconocid|couldn.t be found|wasn.t found|sorry, no mailbox here/i
const full =
  /(mailbox|quota|storage|inbox)[^.]{0,40}(full|exceeded|over)|over ?quota|out of storage|insufficient (system )?storage|buz[oó]n[^.]{0,20}lleno/i
const refusedUs =
  /spam|blacklist|blocklist|block(ed|ing)|\bRBL\b|spamhaus|reputation|policy|dmarc|\bspf\b|dkim|unauthenticated|not accepted from|rate limit|too many|content rejected|access denied|banned/i

/** By enhanced status: the longest prefix that fits decides. `words`: the status says too little, the server's words decide. */
const byStatus: Record<string, BounceSeverity | 'words'> = {
  '5.1': 'hard',
  // The sender's address, not the recipient's.
  '5.1.7': 'policy',
  '5.1.8': 'policy',
  '5.2': 'soft',
  '5.2.1': 'words',
  '5.2.3': 'policy',
  '5.3': 'soft',
  '5.3.4': 'policy',
  '5.4': 'soft',
  '5.4.1': 'words',
  '5.6': 'policy',
  '5.7': 'policy',
}

/**
 * What one recipient's report means, or null when it reports no trouble: `hard` the address is gone, `soft` full or busy,
 * `policy` they refuse us and the address is not to blame, `delayed` still trying.
 */
export function severityOf({ action, status, diagnostic }: RecipientReport): BounceSeverity | null {
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') return null
  if (action === 'delayed') return 'delayed'
  if (status?.startsWith('2.')) return null
  const said = diagnostic ?? ''
  if (status?.startsWith('4.')) return 'soft'
  const known = status ? (byStatus[status] ?? byStatus[status.split('.').slice(0, 2).join('.')]) : undefined
  return known && known !== 'words' ? known : byWords(said, status)
}

function byWords(said: string, status: string | null): BounceSeverity {
  // Exchange Online says 5.4.1 "Access denied" for a recipient that it does not know.
  if (status === '5.4.1' && /recipient address rejected: access denied/i.test(said)) return 'hard'
  if (full.test(said)) return 'soft'
  if (gone.test(said)) return 'hard'
  if (refusedUs.test(said)) return 'policy'
  return 'soft'
}
