import type { Translate } from '@/lib/i18n'

/** What the board's keys are called. */
export const keyWords = (t: Translate) => ({
  group: t('board.keys.group'),
  filter: t('board.keys.filter'),
  cases: t('board.keys.cases'),
  table: t('board.keys.table'),
  earlier: t('board.keys.earlier'),
  later: t('board.keys.later'),
  down: t('board.keys.down'),
  up: t('board.keys.up'),
})
