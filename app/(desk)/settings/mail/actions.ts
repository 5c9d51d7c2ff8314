'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { answering } from '@/app/_server/answering'
import { askDomain, askTest, resetSuppression, resumeMail } from '@/lib/followups'
import { translator } from '@/lib/i18n'
import { trustReasons } from '@/lib/mail/shared'
import { sentencesOf } from './_parts/domain-words'

const Test = z.looseObject({ to: z.string().trim().min(3).max(254) })
const Trust = z.looseObject({ address: z.string().max(254), because: z.enum(trustReasons) })

/** Sends a test letter. */
export const sendTest = answering(action(Test, (actor, { to }, now) => askTest(actor, to, now)))

/** Trusts an address anew. */
export const trust = answering(
  action(Trust, (actor, { address, because }, now) => resetSuppression(actor, { address, because }, now)),
)

/** Lets automatic mail flow again. */
export const resume = answering(action(z.looseObject({}), (actor, _, now) => resumeMail(actor, now)))

/** Asks DNS about the domain; what it said comes back in sentences. */
export const checkOwn = answering(
  action(z.looseObject({}), async (actor, _, now) =>
    sentencesOf(await askDomain(actor, now), translator(actor.locale)),
  ),
  (said) => ({ made: JSON.stringify(said) }),
)
