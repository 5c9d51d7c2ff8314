import { createTranslator } from 'use-intl/core'
import type { Locale } from './locale'
import { type Messages, messages } from './messages'

export * from './format'
export * from './locale'
export type { Messages }

// Mexican Spanish lends the plural and digit rules of the shared Spanish catalogue.
const translators = {
  es: createTranslator<Messages>({ locale: 'es-MX', messages: messages.es as Messages }),
  en: createTranslator<Messages>({ locale: 'en', messages: messages.en }),
}

/**
 * The sentences of one language, for pages, letters and worker alike: `translator('es')('queue.title', { n: 3 })`.
 * Keys are `namespace.key`, typed from the English catalogue; messages are ICU.
 */
export const translator = (locale: Locale): Translate => translators[locale]

export type Translate = (typeof translators)['en']

/** A key of the catalogue, as `translator(locale)` takes it. */
export type MessageKey = Parameters<Translate>[0]
