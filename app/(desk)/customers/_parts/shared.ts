import type { Formatter, Translate } from '@/lib/i18n'

/** What every part of the page needs to write words, dates and money for this reader. */
export type Reader = { f: Formatter; t: Translate; locale: 'es' | 'en'; now: Date }
