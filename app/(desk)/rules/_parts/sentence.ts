import type { Formatter, Translate } from '@/lib/i18n'
import { named } from '@/lib/kit/text'
import type { Vocabulary } from '@/lib/rules'
import { type Action, type Conditions, type Field, fields } from '@/lib/rules/shared'

type Words = { t: Translate; f: Formatter; locale: 'es' | 'en'; vocabulary: Vocabulary }
type Tell = { [F in Field]: (wanted: NonNullable<Conditions[F]>, words: Words) => string }

const shownPhrases = 4

/** A rule as a person would say it: when it applies, and what happens then. */
export function sentenceOf(
  rule: { conditions: Conditions; action: Action },
  words: Words,
): { when: string; so: string } {
  const parts = fields.flatMap((field) => tellOne(field, rule.conditions, words) ?? [])
  const { t, locale } = words
  const when =
    parts.length === 0
      ? t('rules.sentence.always')
      : t('rules.sentence.when', { parts: new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts) })
  return { when, so: soOf(rule.action, words) }
}

function tellOne<F extends Field>(field: F, conditions: Conditions, words: Words): string | null {
  const wanted = conditions[field]
  return wanted === undefined || wanted === null ? null : tell[field](wanted, words)
}

const listed =
  (field: 'survey' | 'touchpoint' | 'stage' | 'reason') =>
  ({ anyOf, not }: { anyOf: string[]; not: boolean }, words: Words) =>
    words.t(`rules.sentence.${field}.${way(not)}`, {
      list: either(
        anyOf.map((slug) => quoted(nameOf(field, slug, words))),
        words,
      ),
    })

const tell: Tell = {
  score: ({ min, max, not }, { t }) =>
    min === max
      ? t(`rules.sentence.scoreOne.${way(not)}`, { min })
      : t(`rules.sentence.score.${way(not)}`, { min, max }),
  category: ({ anyOf, not }, words) =>
    words.t(`rules.sentence.category.${way(not)}`, {
      list: either(
        anyOf.map((one) => words.t(`rules.band.${one}`)),
        words,
      ),
    }),
  survey: listed('survey'),
  touchpoint: listed('touchpoint'),
  stage: listed('stage'),
  reason: listed('reason'),
  channel: ({ anyOf, not }, words) =>
    words.t(`rules.sentence.channel.${way(not)}`, {
      list: either(
        anyOf.map((one) => words.t(`queue.channel.${one}`)),
        words,
      ),
    }),
  segment: ({ anyOf, not }, words) =>
    words.t(`rules.sentence.segment.${way(not)}`, { list: either(anyOf.map(quoted), words) }),
  value: ({ atLeast, currency, not }, { t, f }) =>
    t(`rules.sentence.value.${way(not)}`, { amount: f.money(atLeast, currency) }),
  commentType: ({ anyOf, not }, words) =>
    words.t(`rules.sentence.commentType.${way(not)}`, {
      list: either(
        anyOf.map((one) => words.t(`rules.commentType.${one}`)),
        words,
      ),
    }),
  language: ({ anyOf, not }, words) =>
    words.t(`rules.sentence.language.${way(not)}`, {
      list: either(
        anyOf.map((one) => new Intl.DisplayNames(words.locale, { type: 'language' }).of(one) ?? one),
        words,
      ),
    }),
  contactAllowed: (wanted, { t }) => t(wanted ? 'rules.sentence.contactYes' : 'rules.sentence.contactNo'),
  words: ({ anyOf, not }, words) => {
    const rest = anyOf.length - shownPhrases
    const shown = anyOf.slice(0, shownPhrases).map(quoted)
    const all = rest > 0 ? [...shown, words.t('rules.sentence.more', { n: rest })] : shown
    return words.t(`rules.sentence.words.${way(not)}`, { list: either(all, words) })
  },
}

function soOf(action: Action, words: Words): string {
  const { t } = words
  if (action.do === 'none') return t('rules.sentence.none')
  const { priority, team, assignee, slaPolicy } = action
  return t('rules.sentence.open', {
    priority:
      priority === 'by_score'
        ? t('rules.sentence.byScore')
        : t('rules.sentence.priority', { priority: t(`queue.priority.${priority}`).toLowerCase() }),
    team: team === 'owner' ? t('rules.sentence.owner') : nameOf('team', team, words),
    assignee: assigneeOf(assignee, words),
    policy: slaPolicy === null ? '' : t('rules.sentence.policy', { policy: nameOf('policy', slaPolicy, words) }),
  })
}

function assigneeOf(assignee: Extract<Action, { do: 'open' }>['assignee'], words: Words): string {
  switch (assignee.by) {
    case 'none':
      return ''
    case 'person':
      return words.t('rules.sentence.assignee.person', { person: nameOf('person', assignee.user, words) })
    default:
      return words.t(`rules.sentence.assignee.${assignee.by}`)
  }
}

const nameOf = (kind: keyof Vocabulary, slug: string, { vocabulary, locale }: Words): string => {
  const choice = vocabulary[kind].find((one) => one.slug === slug)
  return choice ? named(choice, locale) : slug
}
const either = (items: string[], { locale }: Words) =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(items)
const way = (not: boolean) => (not ? 'not' : 'is')
const quoted = (text: string) => `«${text}»`
