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
const view = (key: string) => `/tickets?view=${key}`

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
  {
    key: 'triage',
    href: view('triage'),
    label: 'queue.view.triage',
    icon: icon(Inbox),
    go: 'goTriage',
    permission: 'tickets.read',
  },
  {
    key: 'mine',
    href: view('mine'),
    label: 'queue.view.mine',
    icon: icon(CircleUserRound),
    go: 'goMine',
    permission: 'tickets.read',
  },
  {
    key: 'today',
    href: view('today'),
    label: 'queue.view.today',
    icon: icon(AlarmClock),
    go: 'goToday',
    permission: 'tickets.read',
  },
  {
    key: 'waiting',
    href: view('waiting'),
    label: 'queue.view.waiting',
    icon: icon(Pause),
    go: 'goWaiting',
    permission: 'tickets.read',
  },
  {
    key: 'snoozed',
    href: view('snoozed'),
    label: 'queue.view.snoozed',
    icon: icon(Moon),
    go: 'goSnoozed',
    permission: 'tickets.read',
  },
  {
    key: 'asking',
    href: view('asking'),
    label: 'queue.view.asking',
    icon: icon(RefreshCw),
    go: 'goAsking',
    permission: 'tickets.read',
  },
  {
    key: 'mentions',
    href: view('mentions'),
    label: 'queue.view.mentions',
    icon: icon(AtSign),
    go: 'goMentions',
    permission: 'tickets.read',
  },
  {
    key: 'unassigned',
    href: view('unassigned'),
    label: 'queue.view.unassigned',
    icon: icon(UserRoundX),
    go: 'goUnassigned',
    permission: 'tickets.read',
  },
  {
    key: 'open',
    href: view('open'),
    label: 'queue.view.open',
    icon: icon(List),
    go: 'goOpen',
    permission: 'tickets.read',
  },
  {
    key: 'closed',
    href: view('closed'),
    label: 'queue.view.closed',
    icon: icon(CircleCheckBig),
    go: 'goClosed',
    permission: 'tickets.read',
  },
]

export const journey: NavItem[] = [
  {
    key: 'board',
    href: '/insights',
    label: 'shell.nav.board',
    icon: icon(ChartNoAxesColumn),
    go: 'goBoard',
    permission: 'figures.read',
  },
  { key: 'map', href: '/journeys', label: 'shell.nav.map', icon: icon(Route), go: 'goMap', permission: null },
  {
    key: 'surveys',
    href: '/surveys',
    label: 'shell.nav.surveys',
    icon: icon(MessageSquare),
    go: 'goSurveys',
    permission: null,
  },
]

export const work: NavItem[] = [
  {
    key: 'customers',
    href: '/customers',
    label: 'shell.nav.customers',
    icon: icon(UsersRound),
    go: 'goCustomers',
    permission: 'customers.read',
  },
  {
    key: 'rules',
    href: '/rules',
    label: 'shell.nav.rules',
    icon: icon(Workflow),
    go: 'goRules',
    permission: 'tickets.assign',
  },
  {
    key: 'settings',
    href: '/settings',
    label: 'shell.nav.settings',
    icon: icon(Settings),
    go: 'goSettings',
    permission: null,
  },
]
