import { z } from 'zod'
import { customerHandlers } from '@/lib/customers/handlers'
import * as desk from '@/lib/desk/handlers'
import { dispatchJob, type Event, eventsByIds } from '@/lib/events'
import * as followups from '@/lib/followups/handlers'
import { forgetOld } from '@/lib/identity'
import { inboxHandler } from '@/lib/inbox/handlers'
import * as integrations from '@/lib/integrations/handlers'
import { every, forgetFinished, type Handler, handle, handleAll, job, type Scheduled } from '@/lib/jobs'
import { after, days } from '@/lib/kit/clock'
import { log } from '@/lib/kit/log'
import * as mail from '@/lib/mail/handlers'
import * as surveys from '@/lib/surveys/handlers'
import * as tickets from '@/lib/tickets/handlers'

/** Told of every announced event, at least once; looks before it acts. */
export type Listener = (events: Event[], now: Date) => Promise<void>

const listeners: Listener[] = [
  followups.afterReopening,
  followups.afterResolving,
  followups.afterMail,
  tickets.afterWords,
  desk.afterNews,
]

const tidyJob = job('worker.tidy', z.object({}))

const own: Handler[] = [
  handleAll(dispatchJob, async (payloads, now) => {
    const events = await eventsByIds(payloads.flatMap((payload) => payload.events))
    for (const tell of listeners) await tell(events, now)
  }),
  handle(tidyJob, async (_, { now }) => {
    await forgetFinished(after(now, -days(7)))
    await forgetOld(now)
    log().info('finished work forgotten')
  }),
]

/** Every kind of job and what happens when it arrives. */
export const allHandlers = (): Handler[] => [
  ...own,
  mail.mailHandler({ ...mail.desks, ...surveys.desks, ...followups.desks }),
  ...mail.handlers,
  inboxHandler(followups.inboxDesk),
  ...tickets.handlers,
  ...followups.handlers,
  ...surveys.handlers,
  ...desk.handlers,
  ...customerHandlers,
  ...integrations.handlers,
]

/** What the clock asks for. */
export const schedule = (): Scheduled[] => [
  ...mail.schedule,
  ...tickets.schedule,
  ...followups.schedule,
  ...surveys.schedule,
  ...desk.schedule,
  ...integrations.schedule,
  every('day', tidyJob),
]
