import type { Translate } from '@/lib/i18n'
import type { JourneyTree, StageNode, TouchpointNode } from '@/lib/journeys'
import { named } from '@/lib/kit/text'
import type { CardView, CardWords } from './point-card'

type Reader = { locale: 'es' | 'en'; edits: boolean; t: Translate }

/** A touchpoint as its card shows it, with the places that it can go to. */
export function cardOf(tree: JourneyTree, stage: StageNode, point: TouchpointNode, reader: Reader): CardView {
  const { locale, edits, t } = reader
  return {
    id: point.id,
    name: named(point, locale),
    slug: point.slug,
    href: `/journeys/${tree.slug}/${point.slug}`,
    team: point.team ? named(point.team, locale) : null,
    channels: point.channels.map((one) => channelName(one, t)).join(' · '),
    reasons: t('journeys.point.reasons', { n: point.reasons.length }),
    retired: point.retiredAt !== null,
    spots: edits ? spotsOf(tree, stage, point, reader) : null,
  }
}

const known = ['web', 'email', 'sms', 'whatsapp', 'phone', 'store', 'app', 'kiosk', 'other', 'import', 'api'] as const

export function channelName(channel: string, t: Translate): string {
  const its = known.find((one) => one === channel)
  return its ? t(`journeys.channel.${its}`) : channel
}

const standing = (stage: StageNode) => stage.touchpoints.filter((one) => !one.retiredAt)

function spotsOf(tree: JourneyTree, stage: StageNode, point: TouchpointNode, { locale, t }: Reader): CardView['spots'] {
  const stages = tree.stages.filter((one) => !one.retiredAt)
  const at = stages.findIndex((one) => one.id === stage.id)
  const index = standing(stage).findIndex((one) => one.id === point.id)
  const spot = (target: StageNode | undefined, place: number) =>
    target && {
      stageId: target.id,
      index: place,
      stage: named(target, locale),
      said: t('journeys.point.moved', {
        name: named(point, locale),
        place: place + 1,
        stage: named(target, locale),
      }),
    }
  // Beside, it keeps its height, as far as there are so many.
  const beside = (target: StageNode | undefined) => spot(target, Math.min(index, target ? standing(target).length : 0))
  return {
    up: index > 0 ? (spot(stage, index - 1) ?? null) : null,
    down: index < standing(stage).length - 1 ? (spot(stage, index + 1) ?? null) : null,
    left: beside(stages[at - 1]) ?? null,
    right: beside(stages[at + 1]) ?? null,
  }
}

export const cardWords = (name: string, t: Translate): CardWords => ({
  edit: t('journeys.edit'),
  up: t('journeys.point.up'),
  down: t('journeys.point.down'),
  toLeft: t('journeys.point.toLeft'),
  toRight: t('journeys.point.toRight'),
  retire: t('journeys.retire'),
  restore: t('journeys.restore'),
  noTeam: t('journeys.point.noTeam'),
  retired: t('journeys.retired'),
  offline: t('journeys.offline'),
  hint: t('journeys.point.movedKeys'),
  more: t('journeys.more', { name }),
  retiredSaid: t('journeys.point.retired', { name }),
  restoredSaid: t('journeys.point.restored', { name }),
})
