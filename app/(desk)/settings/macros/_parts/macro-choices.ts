import type { Translate } from '@/lib/i18n'
import { people, teams } from '@/lib/identity'
import { permits, scopeOf, type UserActor } from '@/lib/identity/shared'
import { causeTree } from '@/lib/journeys'
import { named } from '@/lib/kit/text'
import { discardReasons, priorities } from '@/lib/tickets/shared'
import { touchpointsOf } from '../../teams/_parts/owned'

export type Choice = { value: string; label: string }
export type MacroChoices = Awaited<ReturnType<typeof macroChoices>>

const spans = [4, 24, 72, 168, 336] as const

/** What a macro may be made of, as its maker sees it. */
export async function macroChoices(actor: UserActor, t: Translate) {
  const { locale } = actor
  const [allTeams, points, everybody, causes] = await Promise.all([
    teams(actor),
    touchpointsOf(actor),
    people(actor),
    causeTree(actor),
  ])
  const one = (its: { id: string; name: string; names: Record<string, string> }): Choice => ({
    ...{ value: its.id, label: named(its, locale) },
  })
  const scope = scopeOf(actor)
  const led = allTeams.filter(({ id }) => permits(actor, 'team.manage') && (scope.all || scope.teams.includes(id)))
  return {
    sharing: [
      { value: 'own', label: t('macros.own') },
      ...led.map((team) => ({ value: team.id, label: t('macros.team', { team: named(team, locale) }) })),
      ...(scope.all ? [{ value: 'all', label: t('macros.all') }] : []),
    ],
    team: allTeams.map(one),
    touchpoint: [...points.map(one), { value: 'none', label: t('macros.noTouchpoint') }],
    assignee: [
      { value: 'me', label: t('macros.me') },
      { value: 'none', label: t('macros.nobody') },
      ...everybody
        .filter(({ active, role }) => active && role !== 'viewer')
        .map(({ id, name }) => ({ value: id, label: name })),
    ],
    priority: priorities.map((value) => ({ value, label: t(`queue.priority.${value}`) })),
    rootCause: causes.filter(({ side }) => side !== 'promoter').flatMap((cause) => [cause, ...cause.children].map(one)),
    status: [
      ...(['in_progress', 'waiting_customer', 'waiting_third_party'] as const).map((value) => ({
        ...{ value: value as string, label: t(`queue.status.${value}`) },
      })),
      ...discardReasons.map((reason) => ({ value: `discarded:${reason}`, label: t(`macros.discard.${reason}`) })),
    ],
    snooze: spans.map((hours) => ({ value: String(hours), label: t(`macros.snoozeFor.h${hours}`) })),
  }
}
