import type { Translate } from '@/lib/i18n'

/** The sentences that every form of the settings needs. */
export const formWords = (t: Translate) => ({ offline: t('settings.offline'), done: t('settings.saved') })

export const copyWords = (t: Translate) => ({ copy: t('settings.copy'), copied: t('settings.copied') })

/** The organization's other language: the one that second names are in. */
export const otherOf = (locale: string): 'es' | 'en' => (locale === 'en' ? 'es' : 'en')
