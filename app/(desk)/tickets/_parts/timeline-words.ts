import type { Translate } from '@/lib/i18n'

/** The timeline's sentences, in the reader's language; what is only known in the browser stands in braces. */
export const timelineWords = (t: Translate) => ({
  private: t('ticket.private'),
  quoted: t('thread.quoted'),
  files: t('thread.files'),
  events: (n: number) => t('ticket.events', { n }),
  mail: {
    asCame: t('thread.mail.asCame'),
    plain: t('thread.mail.plain'),
    images: t('thread.mail.images'),
    noImages: t('thread.mail.noImages'),
    source: t('thread.mail.source'),
    headers: t('thread.mail.headers'),
  },
  letter: {
    inSeconds: t('thread.letter.inSeconds', { n: '{n}' }),
    scheduled: t('thread.letter.scheduled', { when: '{when}' }),
    undo: t('common.undo'),
    cancel: t('thread.letter.cancel'),
    retry: t('common.retry'),
    retried: t('thread.letter.retried'),
    edit: t('thread.letter.edit'),
    withdrawn: t('thread.letter.withdrawn'),
    server: t('thread.letter.server'),
    offline: t('ticket.offline'),
  },
  stranger: {
    add: t('thread.stranger.add'),
    added: t('thread.stranger.added'),
    split: t('thread.stranger.split'),
    parted: t('thread.stranger.parted'),
    offline: t('ticket.offline'),
  },
})

/** What is said of who is here. */
export const presenceWords = (t: Translate) => ({
  viewing: t('thread.presence.viewing', { name: '{name}' }),
  replying: t('thread.presence.replying', { name: '{name}' }),
  noting: t('thread.presence.noting', { name: '{name}' }),
  more: t('thread.presence.more', { n: '{n}' }),
})

export type TimelineWords = ReturnType<typeof timelineWords>
