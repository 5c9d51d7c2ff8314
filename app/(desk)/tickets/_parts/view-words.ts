import type { Translate } from '@/lib/i18n'

/** A saved view as its menu knows it. */
export type SavedView = { id: string; version: number; mayEdit: boolean; team: string | null }

export const viewWords = (t: Translate) => ({
  menu: t('desk.view.menu'),
  save: t('desk.view.save'),
  saveAs: t('desk.view.saveAs'),
  rename: t('desk.view.rename'),
  reset: t('desk.view.reset'),
  remove: t('desk.view.remove'),
  removed: t('desk.view.removed'),
  kept: t('desk.view.kept'),
  changed: t('desk.view.changed'),
  name: t('desk.view.name'),
  sharing: t('desk.view.sharing'),
  mine: t('desk.view.mine'),
  keep: t('common.save'),
  cancel: t('common.cancel'),
  close: t('common.close'),
  offline: t('queue.said.offline'),
})
export type ViewWords = ReturnType<typeof viewWords>
