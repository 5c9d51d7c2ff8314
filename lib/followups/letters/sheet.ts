import { type MessageKey, translator } from '@/lib/i18n'
import { env } from '@/lib/kit/env'
import { sealToken } from '@/lib/kit/seal'
import type { Block, LoopStep, Message, Sheet } from '@/lib/mail'
import { paper } from '@/lib/mail'
import { categoryOf } from '@/lib/surveys/shared'
import type { Case } from '../reading'

/** What one letter adds to the house's paper. */
export type Draft = {
  subject: string
  preheader: string
  blocks: Block[]
  /** Where the loop stands when the letter is read. */
  stage: Stage
  /** Who From shows: a person's name; absent: the house alone. */
  person?: string | null
  /** From person to person: no greeting but the writer's own, no footer link, no list headers. */
  personal?: boolean
}
export type Stage = 'contact' | 'contacted' | 'solution' | 'again' | 'verdict'

/** Puts a draft on paper: letterhead, loop bar, the customer's own page, why we write and how to stop it. */
export function letterOf(its: Case, draft: Draft): Message {
  const { organization, ticket, customer, locale } = its
  const t = translator(locale)
  const stop = customer && !draft.personal ? `${env().baseUrl}/u/${sealToken('unsubscribe', customer.id)}` : null
  const sheet: Sheet = {
    language: locale === 'es' ? 'es-MX' : 'en',
    brand: organization.name,
    subject: draft.subject,
    preheader: draft.preheader,
    blocks: draft.personal ? draft.blocks : [{ kind: 'text', text: greeting(its) }, ...draft.blocks],
    loop: loopSteps(its, draft.stage),
    about: {
      text: t('letters.case', { number: String(ticket.number) }),
      link: { label: t('letters.seeCase'), url: caseUrl(its) },
    },
    footer: { text: because(its), link: stop ? { label: t('letters.stop'), url: stop } : null },
  }
  const from = draft.person
    ? t('letters.signedBy', { name: draft.person, organization: organization.name })
    : organization.name
  return { subject: draft.subject, ...paper(sheet), from, unsubscribe: stop }
}

/** The customer's own page of the case. */
export const caseUrl = ({ ticket }: Case): string => `${env().baseUrl}/t/${sealToken('case', ticket.id)}`

/** The subject of everything that is said on one case: it stays the same, so that a mailbox keeps it together. */
export const threadSubject = ({ ticket, locale }: Case): string =>
  translator(locale)('letters.thread', { number: String(ticket.number) })

/** Over a person's name the team and the house stand under it, over the house's own name the team. */
export function signature(its: Case, name: string): Block {
  const { team, organization, locale } = its
  if (name === organization.name) return { kind: 'signature', name, line: team }
  const line = translator(locale)('letters.signedBy', { name: team, organization: organization.name })
  return { kind: 'signature', name, line }
}

const greeting = ({ customer, locale }: Case) => {
  const t = translator(locale)
  return customer?.name ? t('letters.greeting', { name: customer.name }) : t('letters.greetingPlain')
}

function because({ response, ticket, locale, format }: Case): string {
  const t = translator(locale)
  return response
    ? t('letters.because', { date: format.longDay(response.submittedAt) })
    : t('letters.becauseCase', { number: String(ticket.number) })
}

const stages = ['contact', 'solution', 'again', 'verdict'] as const
const labels = {
  contact: 'letters.loop.contact',
  solution: 'letters.loop.solution',
  again: 'letters.loop.again',
  verdict: 'letters.loop.verdict',
} as const satisfies Record<string, MessageKey>

function loopSteps({ ticket, locale }: Case, stage: Stage): LoopStep[] {
  const t = translator(locale)
  const here = stages.indexOf(stage === 'contacted' ? 'solution' : stage)
  const rest = stages.map((name, at): LoopStep => {
    const state = at < here ? 'done' : at === here ? 'now' : 'next'
    return {
      label: t(labels[name]),
      state,
      ...(name === 'verdict' && state === 'now' ? score(ticket.verdictScore) : {}),
    }
  })
  return [{ label: t('letters.loop.response'), state: 'done', ...score(ticket.score) }, ...rest]
}

const score = (value: number | null): Pick<LoopStep, 'score'> =>
  value === null ? {} : { score: { value, category: categoryOf(value) } }
