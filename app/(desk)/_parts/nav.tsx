import {
  AlarmClock,
  AtSign,
  Bookmark,
  ChartNoAxesColumn,
  CircleCheckBig,
  CircleUserRound,
  Inbox,
  List,
  MailQuestionMark,
  MessageSquare,
  Moon,
  Pause,
  RefreshCw,
  Route,
  Settings,
  UserRoundX,
  UsersRound,
  Workflow,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { DeedName } from '@/app/_ui/deeds'
import type { MessageKey } from '@/lib/i18n'
import type { Permission } from '@/lib/identity/shared'
import type { View } from '@/lib/tickets/shared'

export type NavItem = {
  key: string
  href: string
  label: MessageKey
  /** A name that somebody gave it, instead of the label. */
  name?: string
  icon: ReactNode
  /** The deed that goes there. */
  go?: DeedName
  permission: Permission | null
}

const icon = (Icon: typeof Inbox) => <Icon className="i" aria-hidden="true" />
const view = (key: Exclude<View, 'all' | 'overdue'>, Icon: typeof Inbox, go: DeedName): NavItem => ({
  ...{
    key,
    href: `/tickets?view=${key}`,
    label: `queue.view.${key}`,
    icon: icon(Icon),
    go,
    permission: 'tickets.read',
  },
})

type Place = 'board' | 'map' | 'surveys' | 'customers' | 'rules' | 'settings'
const place = (key: Place, href: string, Icon: typeof Inbox, go: DeedName, permission: Permission | null): NavItem => ({
  ...{ key, href, label: `shell.nav.${key}`, icon: icon(Icon), go, permission },
})

/** A view that somebody saved. */
export const savedIcon = icon(Bookmark)

/** Where mail waits that belongs to no ticket. */
export const mailItem: NavItem = {
  key: 'unmatched',
  href: '/unmatched',
  label: 'desk.view.unmatched',
  icon: icon(MailQuestionMark),
  go: 'goMail',
  permission: 'tickets.work',
}

/** The queue's views, in the order of the day. */
export const views: NavItem[] = [
  view('triage', Inbox, 'goTriage'),
  view('mine', CircleUserRound, 'goMine'),
  view('today', AlarmClock, 'goToday'),
  view('waiting', Pause, 'goWaiting'),
  view('snoozed', Moon, 'goSnoozed'),
  view('asking', RefreshCw, 'goAsking'),
  view('mentions', AtSign, 'goMentions'),
  view('unassigned', UserRoundX, 'goUnassigned'),
  view('open', List, 'goOpen'),
  view('closed', CircleCheckBig, 'goClosed'),
]

export const journey: NavItem[] = [
  place('board', '/insights', ChartNoAxesColumn, 'goBoard', 'figures.read'),
  place('map', '/journeys', Route, 'goMap', null),
  place('surveys', '/surveys', MessageSquare, 'goSurveys', null),
]

export const work: NavItem[] = [
  place('customers', '/customers', UsersRound, 'goCustomers', 'customers.read'),
  place('rules', '/rules', Workflow, 'goRules', 'tickets.assign'),
  place('settings', '/settings', Settings, 'goSettings', null),
]
