import type { Translate } from '@/lib/i18n'
import { channels } from '@/lib/surveys/shared'
import { ticketStatuses } from '@/lib/tickets/shared'
import type { FilterChoices } from './filter-bar'
import type { Choices } from './row-view'

/** What the queue can be narrowed by, in the reader's language. */
export const filterChoices = (choices: Choices, t: Translate): FilterChoices => ({
  touchpoint: choices.touchpoints,
  team: choices.teams,
  assignee: [...choices.people, { id: 'none', name: t('queue.filter.nobody') }],
  category: (['detractor', 'passive', 'promoter'] as const).map((id) => ({ id, name: t(`common.band.${id}`) })),
  priority: choices.priorities,
  status: ticketStatuses.map((id) => ({ id, name: t(`queue.status.${id}`) })),
  channel: channels.map((id) => ({ id, name: t(`queue.channel.${id}`) })),
  overdue: [{ id: 'true', name: t('queue.filter.overdue') }],
})
