'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { invite as inviteAll } from '@/lib/doors'
import { locales, translator } from '@/lib/i18n'
import { refuse } from '@/lib/kit/refusal'
import {
  closeSurvey,
  createSurvey,
  mostRecipients,
  openSurvey,
  readRecipients,
  textKeys,
  updateSurvey,
} from '@/lib/surveys'
import { slug, surveyKinds } from '@/lib/surveys/shared'

const optional = z.string().transform((given) => given.trim() || null)
const names = z.object({ survey: slug })

export const create = action(
  z.object({ name: z.string(), kind: z.enum(surveyKinds), touchpoint: optional }),
  (actor, { name, kind, touchpoint }, now) => createSurvey(actor, { name: name.trim(), kind, touchpoint }, now),
)

export const open = action(names, (actor, { survey }, now) => openSurvey(actor, survey, now))
export const close = action(names, (actor, { survey }, now) => closeSurvey(actor, survey, now))

/** The texts of one language, all of them: an emptied one is the house's own again. */
export const saveTexts = action(
  names.extend({
    version: z.coerce.number(),
    language: z.enum(locales),
    ...Object.fromEntries(textKeys.map((key) => [key, z.string().max(300).default('')])),
  }),
  (actor, { survey, version, language, ...texts }, now) =>
    updateSurvey(actor, survey, { version, texts: { [language]: texts } }, now),
)

/** Invites the people of a pasted list; resolves to what became of it, as sentences. */
export const invite = action(
  names.extend({ list: z.string().max(1_000_000), touchpoint: optional }),
  async (actor, { survey, list, touchpoint }, now) => {
    const t = translator(actor.locale)
    const { recipients, unread, repeated } = readRecipients(list)
    if (recipients.length === 0) return wrong(t('surveys.invite.empty'))
    if (recipients.length > mostRecipients) return wrong(t('surveys.invite.tooMany', { most: mostRecipients }))
    const { asked, created } = await inviteAll(actor, { survey, touchpoint, recipients }, now)
    const lines = unread.slice(0, 20).map(({ line }) => line)
    return [
      t('surveys.invite.result', { asked, denied: created - asked }),
      repeated > 0 ? t('surveys.invite.repeated', { n: repeated }) : '',
      unread.length > 0 ? t('surveys.invite.unread', { n: unread.length, lines: lines.join(', ') }) : '',
    ].filter(Boolean)
  },
)

const wrong = (message: string): never => refuse('input.invalid', {}, [{ path: 'list', code: 'list', message }])
