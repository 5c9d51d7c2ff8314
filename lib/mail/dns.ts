import { createPublicKey } from 'node:crypto'
import { Resolver } from 'node:dns/promises'
import { env } from '@/lib/kit/env'
import { senderOf } from './address'
import { type DomainFinding, type DomainRecords, judgeDomain, type Said, type Sending } from './domain'

/** Looks up what the world knows of the domain that our letters come from, and judges it. Asks DNS, writes nothing; at most some six seconds. */
export async function checkDomain(): Promise<{ domain: string; findings: DomainFinding[] }> {
  const sending = sendingOf()
  return { domain: sending.domain, findings: judgeDomain(sending, await recordsOf(sending)) }
}

function sendingOf(): Sending {
  const { mailFrom, baseUrl, dkim } = env()
  const { domain } = senderOf(mailFrom, baseUrl)
  if (!dkim) return { domain, dkim: null }
  const key = createPublicKey(dkim.key).export({ type: 'spki', format: 'der' }).toString('base64')
  return { domain, dkim: { domain: dkim.domain, selector: dkim.selector, key } }
}

const none = 'unreachable'
const nobody: DomainRecords = { spf: none, dkim: none, dmarc: none, parentDmarc: none, mx: none }

async function recordsOf({ domain, dkim }: Sending): Promise<DomainRecords> {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 })
  // A resolver that is cut off from the world says of every name that it does not exist.
  const top = await said(resolver.resolveNs('com'))
  if (top === 'unreachable' || top.records.length === 0) return dkim ? nobody : { ...nobody, dkim: null }
  const texts = (name: string) => said(resolver.resolveTxt(name).then((rows) => rows.map((parts) => parts.join(''))))
  const parent = domain.split('.').slice(1).join('.')
  const [spf, signed, dmarc, parentDmarc, mx] = await Promise.all([
    texts(domain),
    dkim ? texts(`${dkim.selector}._domainkey.${dkim.domain}`) : null,
    texts(`_dmarc.${domain}`),
    parent.includes('.') ? texts(`_dmarc.${parent}`) : ({ records: [] } satisfies Said),
    said(resolver.resolveMx(domain).then((rows) => rows.map(({ exchange }) => exchange))),
  ])
  return { spf, dkim: signed, dmarc, parentDmarc, mx }
}

// "There is none" is an answer; no answer at all is not.
const said = (asked: Promise<string[]>): Promise<Said> =>
  asked.then(
    (records) => ({ records }),
    (error: { code?: unknown }) =>
      error.code === 'ENOTFOUND' || error.code === 'ENODATA' ? { records: [] } : 'unreachable',
  )
