import type { Translate } from '@/lib/i18n'
import type { DomainFinding } from '@/lib/mail'

/** What DNS said, for a reader: the verdict, and a sentence for each thing looked at. */
export type DomainSaid = {
  verdict: string
  ready: boolean
  lines: { level: DomainFinding['level']; mark: string; text: string }[]
}

export function sentencesOf(
  { domain, findings }: { domain: string; findings: DomainFinding[] },
  t: Translate,
): DomainSaid {
  const wrong = findings.some(({ level }) => level === 'wrong')
  const unsure = findings.some(({ level, code }) => level === 'unknown' && code !== 'dkim.elsewhere')
  return {
    ready: !wrong && !unsure,
    verdict: t(`mail.check.${wrong ? 'notReady' : unsure ? 'unsure' : 'ready'}`, { domain }),
    lines: findings.map(({ level, code, facts }) => ({
      level,
      mark: t(`mail.check.level.${level}`),
      text: (t as (key: string, facts: Record<string, string>) => string)(`mail.domain.${code}`, facts),
    })),
  }
}
