import { after, days } from '@/lib/kit/clock'
import { type CompiledCalendar, openFrom } from '@/lib/tickets'

const patience = days(3)
const silence = days(7)

/** When the one reminder goes out: three days after the survey, in business hours. */
export const remindAt = (sentAt: Date, calendar: CompiledCalendar): Date => openFrom(after(sentAt, patience), calendar)

/** When silence closes the ticket: seven days after the survey was sent. */
export const silentAt = (sentAt: Date): Date => after(sentAt, silence)

/** Until when a customer may open a closed case again, and read its page. */
export const linkEndsAt = (closedAt: Date): Date => after(closedAt, days(30))
