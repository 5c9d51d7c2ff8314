import { type EffectKind, effectKinds } from '@/lib/desk/shared'
import type { Translate } from '@/lib/i18n'
import type { GestureType } from '@/lib/tickets/shared'

const frame = (t: Translate) => ({
  offline: t('ticket.offline'),
  save: t('common.save'),
  saving: t('common.saving'),
  cancel: t('common.cancel'),
  close: t('common.close'),
})

/** Sentences of the dialogs around a ticket. */
export const dialogWords = (t: Translate, gestures: readonly GestureType[]) => ({
  triage: {
    accept: t('thread.triage.accept'),
    duplicate: t('thread.triage.duplicate'),
    dismiss: t('thread.triage.dismiss'),
  },
  macroPick: { label: t('thread.macro.label'), none: t('thread.macro.none') },
  macro: {
    ...frame(t),
    effects: Object.fromEntries(
      effectKinds.map((kind) => [kind, t(`desk.effect.${kind}`, { name: '{name}' })]),
    ) as Record<EffectKind, string>,
    none: t('thread.macro.noEffects'),
    words: t('thread.macro.words'),
    head: t('thread.macro.head'),
    to: t('thread.macro.to', { address: '{address}' }),
    suppressed: t('thread.macro.suppressed'),
    unresolved: t('thread.composer.unresolved', { names: '{names}' }),
    apply: t('thread.macro.apply'),
    insert: t('thread.macro.insert'),
    busy: t('common.saving'),
    done: t('thread.macro.done', { name: '{name}', number: '{number}' }),
    loading: t('common.loading'),
  },
  mergePick: { label: t('thread.merge.label'), none: t('thread.merge.none') },
  merge: {
    title: t('thread.merge.title', { number: '{number}', into: '{into}' }),
    text: t('thread.merge.text'),
    foot: t('thread.merge.foot'),
    submit: t('thread.merge.submit'),
    done: t('thread.merge.done', { number: '{number}', into: '{into}' }),
  },
  split: {
    ...frame(t),
    title: t('thread.split.title', { number: '{number}' }),
    what: t('thread.split.what'),
    name: t('thread.split.name'),
    nameHint: t('thread.split.nameHint'),
    touchpoint: t('ticket.side.touchpoint'),
    same: t('thread.split.same'),
    team: t('ticket.side.team'),
    sameTeam: t('thread.split.sameTeam'),
    foot: t('thread.split.foot'),
    done: t('thread.split.done', { number: '{number}' }),
    submit: t('thread.split.submit'),
    nothing: t('thread.split.nothing'),
  },
  task: {
    ...frame(t),
    title: t('thread.task.title'),
    text: t('thread.task.text'),
    who: t('thread.task.who'),
    nobody: t('thread.task.nobody'),
    due: t('thread.task.due'),
    done: t('thread.task.done'),
  },
  gesture: {
    ...frame(t),
    title: t('thread.gesture.title'),
    type: t('thread.gesture.type'),
    types: gestures.map((value) => ({ value, label: t(`thread.gesture.kind.${value}`) })),
    cost: t('thread.gesture.cost'),
    costHint: t('thread.gesture.costHint'),
    note: t('thread.gesture.note'),
    foot: t('thread.gesture.foot'),
    added: t('thread.gesture.added'),
    waits: t('thread.gesture.waits'),
  },
  helpers: {
    label: t('thread.helpers.label'),
    none: t('thread.helpers.none'),
    done: t('thread.helpers.done', { name: '{name}' }),
    offline: t('ticket.offline'),
  },
  conflict: {
    title: t('thread.conflict.title'),
    theirs: t('thread.conflict.theirs', { value: '{value}' }),
    yours: t('thread.conflict.yours', { value: '{value}' }),
    keep: t('thread.conflict.keep'),
    mine: t('thread.conflict.mine'),
    close: t('common.close'),
  },
  asking: { title: t('thread.asking.title') },
})
