import type { Things } from './scene'
import { desk, everybody, type Names, type Row } from './words'

/** One page or route: its file, an address of it, what it names, and what everybody meets. */
export type PageLine = {
  file: string
  url: (things: Things) => string
  names: Names
  who: Row
  method?: 'GET' | 'POST'
}

const line = (
  file: string,
  url: string | ((things: Things) => string),
  who: Row,
  names: Names = 'nothing',
): PageLine => ({
  file: `app/${file}`,
  url: typeof url === 'string' ? () => url : url,
  names,
  who,
})

const posted = (...given: Parameters<typeof line>): PageLine => ({ ...line(...given), method: 'POST' })

const anyone = everybody('yes')
const insiders = desk('yes', 'yes', 'yes', 'yes', 'yes')
const tickets = desk('yes', 'yes', 'team', 'team', 'no')
const editors = desk('yes', 'yes', 'no', 'no', 'no')
const admins = desk('yes', 'no', 'no', 'no', 'no')
/** Somebody who is in has no business at a door. */
const doors = {
  ...desk('sent', 'sent', 'sent', 'sent', 'sent'),
  anonymous: 'yes',
  ended: 'yes',
  disabled: 'yes',
} as const

//                                      file                                     address                    who
export const pages: PageLine[] = [
  line('(desk)/page.tsx', '/', desk('sent', 'sent', 'sent', 'sent', 'sent')),
  line('(desk)/tickets/page.tsx', '/tickets', desk('yes', 'yes', 'yes', 'yes', 'no')),
  line('(desk)/tickets/pulse/route.ts', '/tickets/pulse?since=0', desk('yes', 'yes', 'yes', 'yes', 'no')),
  line('(desk)/tickets/export/route.ts', '/tickets/export?view=mine', desk('yes', 'yes', 'yes', 'yes', 'no')),
  line('(desk)/tickets/[number]/page.tsx', (its) => `/tickets/${its.number}`, tickets, 'team'),
  line('(desk)/tickets/[number]/peek/route.ts', (its) => `/tickets/${its.number}/peek`, tickets, 'team'),
  line('(desk)/tickets/[number]/activity/route.ts', (its) => `/tickets/${its.number}/activity`, tickets, 'team'),
  posted('(desk)/tickets/[number]/read/route.ts', (its) => `/tickets/${its.number}/read`, tickets, 'team'),
  posted('(desk)/tickets/[number]/draft/route.ts', (its) => `/tickets/${its.number}/draft`, tickets, 'team'),
  posted('(desk)/tickets/[number]/files/route.ts', (its) => `/tickets/${its.number}/files?name=a.txt`, tickets, 'team'),
  line('(desk)/live/route.ts', '/live', desk('yes', 'yes', 'yes', 'yes', 'no')),
  line('(desk)/tickets/attachments/[id]/route.ts', (its) => `/tickets/attachments/${its.file}`, tickets, 'team'),
  line(
    '(desk)/tickets/messages/[id]/html/route.ts',
    (its) => `/tickets/messages/${its.stranger}/html`,
    tickets,
    'team',
  ),
  line(
    '(desk)/tickets/messages/[id]/source/route.ts',
    (its) => `/tickets/messages/${its.stranger}/source`,
    tickets,
    'team',
  ),
  line('(desk)/customers/page.tsx', '/customers', desk('yes', 'yes', 'yes', 'yes', 'no')),
  line('(desk)/customers/[id]/page.tsx', (its) => `/customers/${its.customer}`, tickets, 'team'),
  line('(desk)/customers/[id]/export/route.ts', (its) => `/customers/${its.customer}/export`, editors, 'team'),
  line('(desk)/rules/page.tsx', '/rules', desk('yes', 'yes', 'yes', 'no', 'no')),
  line('(desk)/rules/new/page.tsx', '/rules/new', editors),
  line('(desk)/rules/[id]/page.tsx', (its) => `/rules/${its.rule}`, editors, 'house'),
  line('(desk)/journeys/page.tsx', '/journeys', insiders),
  line('(desk)/journeys/[slug]/page.tsx', (its) => `/journeys/${its.journey}`, insiders, 'house'),
  line(
    '(desk)/journeys/[slug]/[touchpoint]/page.tsx',
    (its) => `/journeys/${its.journey}/${its.touchpoint}`,
    insiders,
    'house',
  ),
  line('(desk)/insights/page.tsx', '/insights', insiders),
  line('(desk)/insights/export/route.ts', '/insights/export', insiders),
  line(
    '(desk)/insights/[touchpoint]/page.tsx',
    (its) => `/insights/${its.touchpoint}`,
    desk('yes', 'yes', 'yes', 'team', 'yes'),
    'team',
  ),
  line('(desk)/surveys/page.tsx', '/surveys', insiders),
  line('(desk)/surveys/[survey]/page.tsx', (its) => `/surveys/${its.survey}`, editors, 'house'),
  line('(desk)/surveys/import/page.tsx', '/surveys/import', editors),
  posted('(desk)/surveys/import/upload/route.ts', '/surveys/import/upload', editors),
  line('(desk)/surveys/import/[id]/page.tsx', (its) => `/surveys/import/${its.import}`, editors, 'house'),
  line(
    '(desk)/surveys/import/[id]/rejected/route.ts',
    (its) => `/surveys/import/${its.import}/rejected`,
    editors,
    'house',
  ),
  line('(desk)/settings/page.tsx', '/settings', insiders),
  line('(desk)/settings/profile/page.tsx', '/settings/profile', insiders),
  line('(desk)/settings/teams/page.tsx', '/settings/teams', insiders),
  line('(desk)/settings/teams/[slug]/page.tsx', (its) => `/settings/teams/${its.teamSlug}`, insiders, 'house'),
  line('(desk)/settings/macros/page.tsx', '/settings/macros', desk('yes', 'yes', 'yes', 'yes', 'no')),
  line('(desk)/settings/macros/[id]/page.tsx', (its) => `/settings/macros/${its.macro}`, tickets, 'team'),
  line('(desk)/settings/hours/page.tsx', '/settings/hours', admins),
  line('(desk)/settings/sla/page.tsx', '/settings/sla', admins),
  line('(desk)/settings/keys/page.tsx', '/settings/keys', admins),
  line('(desk)/settings/organization/page.tsx', '/settings/organization', admins),
  line('(desk)/settings/people/page.tsx', '/settings/people', admins),
  line('(desk)/settings/people/[id]/page.tsx', (its) => `/settings/people/${its.person}`, admins, 'house'),
  line('(desk)/unmatched/page.tsx', '/unmatched', desk('yes', 'yes', 'yes', 'no', 'no')),
  line('(desk)/settings/mail/page.tsx', '/settings/mail', admins),
  line('(desk)/settings/outbox/page.tsx', '/settings/outbox', admins),
  line('(desk)/settings/outbox/[id]/page.tsx', (its) => `/settings/outbox/${its.letter}`, admins, 'house'),
  line('(desk)/settings/outbox/[id]/html/route.ts', (its) => `/settings/outbox/${its.letter}/html`, admins, 'house'),
  line('(door)/sign-in/page.tsx', '/sign-in', doors),
  // A company stands already: there is nothing left to set up.
  line('(door)/setup/page.tsx', '/setup', everybody('sent')),
  line('(door)/invitation/[token]/page.tsx', (its) => `/invitation/${its.pass}`, anyone),
  line('(door)/reset/[token]/page.tsx', (its) => `/reset/${its.pass}`, anyone),
  line('(public)/s/[survey]/[[...token]]/route.ts', (its) => `/s/${its.survey}`, anyone, 'house'),
  line('(public)/t/[token]/route.ts', (its) => `/t/${its.caseToken}`, anyone, 'house'),
  line('(public)/u/[token]/route.ts', (its) => `/u/${its.unsubscribeToken}`, anyone, 'house'),
  line('embed/[survey]/route.ts', (its) => `/embed/${its.survey}.js`, anyone, 'house'),
  line('api/auth/[...nextauth]/route.ts', '/api/auth/providers', anyone),
  posted('api/ping/route.ts', '/api/ping', anyone),
  line('api/docs/page.tsx', '/api/docs', anyone),
]
