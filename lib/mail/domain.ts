/** What DNS said: the records, none at all, or nothing (a time-out, no network). */
export type Said = { records: string[] } | 'unreachable'

/** Everything that is looked up for a domain that sends. `dkim` is null when nobody said a selector. */
export type DomainRecords = { spf: Said; dkim: Said | null; dmarc: Said; parentDmarc: Said; mx: Said }

/** What letters say of themselves: the domain in From, and who signs them here. `key` is the public half, as DNS would have it. */
export type Sending = { domain: string; dkim: { domain: string; selector: string; key: string } | null }

type DomainCode =
  | `spf.${'fine' | 'missing' | 'several' | 'open' | 'neutral' | 'tooMany' | 'unreachable'}`
  | `dkim.${'fine' | 'elsewhere' | 'missing' | 'revoked' | 'other' | 'unaligned' | 'unreachable'}`
  | `dmarc.${'fine' | 'watching' | 'missing' | 'several' | 'strict' | 'unreachable'}`
  | `mx.${'fine' | 'missing' | 'unreachable'}`

/** One thing found: `code` has its sentence in `mail.domain`, `unknown` means that nobody answered. */
export type DomainFinding = {
  level: 'fine' | 'warn' | 'wrong' | 'unknown'
  code: DomainCode
  facts: Record<string, string>
}

/** Whether the world will believe letters from this domain: SPF, DKIM, DMARC with their alignment, and whether answers arrive. Pure. */
export function judgeDomain(sending: Sending, records: DomainRecords): DomainFinding[] {
  return [
    spf(records.spf, sending.domain),
    dkim(sending, records.dkim),
    dmarc(sending, records),
    mx(records.mx, sending.domain),
  ]
}

/** Relaxed alignment (RFC 7489, 3.1): the same domain, or one below the other. */
export const isAligned = (one: string, other: string): boolean => {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)
}

const found = (level: DomainFinding['level'], code: DomainCode, facts: Record<string, string>): DomainFinding => ({
  level,
  code,
  facts,
})

function spf(said: Said, domain: string): DomainFinding {
  const facts = { domain }
  if (said === 'unreachable') return found('unknown', 'spf.unreachable', facts)
  const policies = said.records.filter((record) => /^v=spf1(\s|$)/i.test(record))
  const [policy] = policies
  if (!policy) return found('wrong', 'spf.missing', facts)
  if (policies.length > 1) return found('wrong', 'spf.several', facts)
  const terms = policy.split(/\s+/).slice(1)
  const lookups = terms.filter((term) =>
    /^[+?~-]?(include:|a$|a[:/]|mx$|mx[:/]|ptr|exists:|redirect=)/i.test(term),
  ).length
  if (lookups > 10) return found('wrong', 'spf.tooMany', { ...facts, count: String(lookups) })
  if (terms.some((term) => /^\+?all$/i.test(term))) return found('wrong', 'spf.open', facts)
  if (!terms.some((term) => /^[~-]all$|^redirect=/i.test(term))) return found('warn', 'spf.neutral', facts)
  return found('fine', 'spf.fine', facts)
}

function dkim({ domain, dkim: own }: Sending, said: Said | null): DomainFinding {
  if (!own || said === null) return found('unknown', 'dkim.elsewhere', { domain })
  const facts = { domain, name: `${own.selector}._domainkey.${own.domain}` }
  if (said === 'unreachable') return found('unknown', 'dkim.unreachable', facts)
  const record = said.records.find((one) => /(^|;)\s*p=/i.test(one))
  if (record === undefined) return found('wrong', 'dkim.missing', facts)
  const key = (/(?:^|;)\s*p=([^;]*)/i.exec(record)?.[1] ?? '').replace(/\s+/g, '')
  if (key === '') return found('wrong', 'dkim.revoked', facts)
  if (key !== own.key) return found('wrong', 'dkim.other', facts)
  if (!isAligned(own.domain, domain)) return found('wrong', 'dkim.unaligned', { ...facts, signer: own.domain })
  return found('fine', 'dkim.fine', facts)
}

function dmarc({ domain, dkim: own }: Sending, { dmarc: exact, parentDmarc }: DomainRecords): DomainFinding {
  const facts = { domain }
  const policiesOf = (said: Said) =>
    said === 'unreachable' ? [] : said.records.filter((record) => /^v=DMARC1\s*(;|$)/i.test(record))
  const own_ = policiesOf(exact)
  const policies = own_.length > 0 ? own_ : policiesOf(parentDmarc)
  const [policy] = policies
  if (!policy && exact === 'unreachable') return found('unknown', 'dmarc.unreachable', facts)
  if (!policy) return found('wrong', 'dmarc.missing', facts)
  if (policies.length > 1) return found('wrong', 'dmarc.several', facts)
  const tag = (name: string) => new RegExp(`;\\s*${name}\\s*=\\s*(\\w+)`, 'i').exec(policy)?.[1]?.toLowerCase()
  if (tag('adkim') === 's' && own && own.domain.toLowerCase() !== domain.toLowerCase())
    return found('wrong', 'dmarc.strict', { ...facts, signer: own.domain })
  return tag('p') === 'none'
    ? found('fine', 'dmarc.watching', facts)
    : found('fine', 'dmarc.fine', { ...facts, policy: tag('p') ?? '' })
}

function mx(said: Said, domain: string): DomainFinding {
  const facts = { domain }
  if (said === 'unreachable') return found('unknown', 'mx.unreachable', facts)
  const hosts = said.records.filter((host) => host !== '' && host !== '.')
  return hosts.length > 0
    ? found('fine', 'mx.fine', { ...facts, host: hosts[0] ?? '' })
    : found('wrong', 'mx.missing', facts)
}
