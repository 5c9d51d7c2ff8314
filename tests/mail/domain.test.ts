import { expect, test } from 'vitest'
import { judgeClock, judgeLinks } from '@/lib/cli/doctor/judge'
import { judgeDomain } from '@/lib/mail'
import type { DomainRecords, Sending } from '@/lib/mail/domain'

const sending: Sending = { domain: 'casa-lua.mx', dkim: { domain: 'casa-lua.mx', selector: 'lazo', key: 'MIIBkey' } }
const good: DomainRecords = {
  spf: { records: ['google-site-verification=x', 'v=spf1 include:_spf.correo.mx -all'] },
  dkim: { records: ['v=DKIM1; k=rsa; p=MIIB key'] },
  dmarc: { records: ['v=DMARC1; p=reject; rua=mailto:d@casa-lua.mx'] },
  parentDmarc: { records: [] },
  mx: { records: ['mx.correo.mx'] },
}
const judged = (its: Partial<DomainRecords>, own: Partial<Sending> = {}) =>
  judgeDomain({ ...sending, ...own }, { ...good, ...its }).map(({ level, code }) => `${level} ${code}`)

test('a domain with all four is ready', () => {
  expect(judged({})).toEqual(['fine spf.fine', 'fine dkim.fine', 'fine dmarc.fine', 'fine mx.fine'])
})

test.each([
  ['no SPF', { spf: { records: [] } }, 'wrong spf.missing'],
  ['two SPF records', { spf: { records: ['v=spf1 -all', 'v=spf1 mx -all'] } }, 'wrong spf.several'],
  ['an SPF that lets everybody', { spf: { records: ['v=spf1 +all'] } }, 'wrong spf.open'],
  ['an SPF without an end', { spf: { records: ['v=spf1 mx ?all'] } }, 'warn spf.neutral'],
  ['an SPF that delegates', { spf: { records: ['v=spf1 redirect=_spf.correo.mx'] } }, 'fine spf.fine'],
  [
    'an SPF of eleven lookups',
    { spf: { records: [`v=spf1 ${Array.from({ length: 11 }, (_, n) => `include:s${n}.mx`).join(' ')} -all`] } },
    'wrong spf.tooMany',
  ],
  ['no DKIM key', { dkim: { records: [] } }, 'wrong dkim.missing'],
  ['a revoked DKIM key', { dkim: { records: ['v=DKIM1; p='] } }, 'wrong dkim.revoked'],
  ['another DKIM key', { dkim: { records: ['v=DKIM1; p=other'] } }, 'wrong dkim.other'],
  ['no selector to look for', { dkim: null }, 'unknown dkim.elsewhere'],
  ['no DMARC', { dmarc: { records: [] } }, 'wrong dmarc.missing'],
  [
    'the DMARC of the house above',
    { dmarc: { records: [] }, parentDmarc: { records: ['v=DMARC1; p=quarantine'] } },
    'fine dmarc.fine',
  ],
  ['a DMARC that watches', { dmarc: { records: ['v=DMARC1; p=none'] } }, 'fine dmarc.watching'],
  ['two DMARC records', { dmarc: { records: ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] } }, 'wrong dmarc.several'],
  ['a null MX', { mx: { records: ['.'] } }, 'wrong mx.missing'],
] satisfies [string, Partial<DomainRecords>, string][])('%s', (_, records, word) => {
  expect(judged(records)).toContain(word)
})

test('who signs as another domain is not believed, and strictly aligned not even as a part of it', () => {
  const elsewhere = { dkim: { domain: 'correo.mx', selector: 's', key: 'MIIBkey' } }
  expect(judged({}, elsewhere)).toContain('wrong dkim.unaligned')
  const part = { dkim: { domain: 'envios.casa-lua.mx', selector: 's', key: 'MIIBkey' } }
  expect(judged({}, part)).toContain('fine dkim.fine')
  expect(judged({ dmarc: { records: ['v=DMARC1; p=reject; adkim=s'] } }, part)).toContain('wrong dmarc.strict')
})

test('a DNS that does not answer says nothing against the domain', () => {
  const silent = 'unreachable' as const
  const said = judged({ spf: silent, dkim: silent, dmarc: silent, parentDmarc: silent, mx: silent })
  expect(said).toEqual(['spf', 'dkim', 'dmarc', 'mx'].map((name) => `unknown ${name}.unreachable`))
})

test('a clock a minute astray is wrong, some seconds are worth a word, nobody to ask is unknown', () => {
  const at = new Date('2026-11-20T15:00:00Z')
  const other = (seconds: number) => judgeClock(new Date(at.getTime() + seconds * 1_000), at)
  expect([other(2).level, other(-20), other(90).level, judgeClock(null, at).level]).toEqual([
    'fine',
    { level: 'warn', seconds: 20 },
    'wrong',
    'unknown',
  ])
})

test('letters that leave must not lead to a machine that nobody else reaches', () => {
  const links = (url: string, given: boolean, sends: boolean) => judgeLinks({ url, given, sends }).code
  expect(links('http://localhost:3000', false, true)).toBe('baseUrlLocal')
  expect(links('http://localhost:3000', false, false)).toBe('baseUrlMissing')
  expect(links('http://lazo.casa.mx', true, true)).toBe('baseUrlPlain')
  expect(links('https://lazo.casa.mx', true, true)).toBe('baseUrl')
})
