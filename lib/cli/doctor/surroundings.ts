import { buried, lastBeat } from '@/lib/jobs'
import { now } from '@/lib/kit/clock'
import { env } from '@/lib/kit/env'
import { letterCounts, mailState } from '@/lib/mail'
import type { Call } from '../command'
import type { Finding, Look } from '../doctor'
import { judgeLinks } from './judge'

const longestSilence = 60_000

/** Where links lead, whether mail leaves, whether somebody works. */
export const surroundings: Look = async (call) => [
  links(call),
  ...(await mail(call)),
  await work(call),
  ...(await stuck(call)),
]

function links({ t }: Call): Finding {
  const { baseUrl: url, baseUrlGiven: given, smtpUrl } = env()
  const { level, code } = judgeLinks({ url, given, sends: smtpUrl !== null })
  return {
    level,
    what: code === 'baseUrlLocal' ? t('mail.doctor.baseUrlLocal', { url }) : t(`cli.doctor.${code}`, { url }),
  }
}

async function mail({ t }: Call): Promise<Finding[]> {
  const state = await mailState()
  const { troubled } = await letterCounts()
  const findings: Finding[] = []
  if (state.kind === 'preview') findings.push({ level: 'warn', what: t('cli.doctor.mailPreview') })
  else if (state.kind === 'fine') findings.push({ level: 'fine', what: t('cli.doctor.mail') })
  else findings.push({ level: 'wrong', what: t('cli.doctor.mailWaiting', { count: state.waiting }) })
  if (troubled > 0) findings.push({ level: 'warn', what: t('cli.doctor.mailFailing', { count: troubled }) })
  return findings
}

async function work({ t }: Call): Promise<Finding> {
  const beat = await lastBeat()
  if (!beat) return { level: 'warn', what: t('cli.doctor.workerNever') }
  const silence = now().getTime() - beat.getTime()
  const seconds = Math.round(silence / 1000)
  return silence > longestSilence
    ? { level: 'warn', what: t('cli.doctor.workerSilent', { seconds }) }
    : { level: 'fine', what: t('cli.doctor.worker', { seconds }) }
}

async function stuck({ t }: Call): Promise<Finding[]> {
  const { length } = await buried()
  return length > 0 ? [{ level: 'wrong', what: t('cli.doctor.stuck', { count: length }) }] : []
}
