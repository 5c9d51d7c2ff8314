import enApi from './en/api.json'
import enBoard from './en/board.json'
import enBulk from './en/bulk.json'
import enCase from './en/case.json'
import enCli from './en/cli.json'
import enCommon from './en/common.json'
import enCustomers from './en/customers.json'
import enDesk from './en/desk.json'
import enDoor from './en/door.json'
import enImports from './en/imports.json'
import enInbox from './en/inbox.json'
import enJourneys from './en/journeys.json'
import enKeys from './en/keys.json'
import enLetters from './en/letters.json'
import enMacros from './en/macros.json'
import enMail from './en/mail.json'
import enOutbox from './en/outbox.json'
import enQueue from './en/queue.json'
import enRefusal from './en/refusal.json'
import enRules from './en/rules.json'
import enSample from './en/sample.json'
import enSettings from './en/settings.json'
import enSetup from './en/setup.json'
import enShell from './en/shell.json'
import enSurvey from './en/survey.json'
import enSurveys from './en/surveys.json'
import enThread from './en/thread.json'
import enTicket from './en/ticket.json'
import enViews from './en/views.json'
import esApi from './es/api.json'
import esBoard from './es/board.json'
import esBulk from './es/bulk.json'
import esCase from './es/case.json'
import esCli from './es/cli.json'
import esCommon from './es/common.json'
import esCustomers from './es/customers.json'
import esDesk from './es/desk.json'
import esDoor from './es/door.json'
import esImports from './es/imports.json'
import esInbox from './es/inbox.json'
import esJourneys from './es/journeys.json'
import esKeys from './es/keys.json'
import esLetters from './es/letters.json'
import esMacros from './es/macros.json'
import esMail from './es/mail.json'
import esOutbox from './es/outbox.json'
import esQueue from './es/queue.json'
import esRefusal from './es/refusal.json'
import esRules from './es/rules.json'
import esSample from './es/sample.json'
import esSettings from './es/settings.json'
import esSetup from './es/setup.json'
import esShell from './es/shell.json'
import esSurvey from './es/survey.json'
import esSurveys from './es/surveys.json'
import esThread from './es/thread.json'
import esTicket from './es/ticket.json'
import esViews from './es/views.json'

const en = {
  api: enApi,
  board: enBoard,
  bulk: enBulk,
  case: enCase,
  cli: enCli,
  common: enCommon,
  customers: enCustomers,
  desk: enDesk,
  door: enDoor,
  imports: enImports,
  inbox: enInbox,
  journeys: enJourneys,
  keys: enKeys,
  letters: enLetters,
  macros: enMacros,
  mail: enMail,
  outbox: enOutbox,
  queue: enQueue,
  refusal: enRefusal,
  rules: enRules,
  sample: enSample,
  settings: enSettings,
  setup: enSetup,
  shell: enShell,
  survey: enSurvey,
  surveys: enSurveys,
  thread: enThread,
  ticket: enTicket,
  views: enViews,
}

const es = {
  api: esApi,
  board: esBoard,
  bulk: esBulk,
  case: esCase,
  cli: esCli,
  common: esCommon,
  customers: esCustomers,
  desk: esDesk,
  door: esDoor,
  imports: esImports,
  inbox: esInbox,
  journeys: esJourneys,
  keys: esKeys,
  letters: esLetters,
  macros: esMacros,
  mail: esMail,
  outbox: esOutbox,
  queue: esQueue,
  refusal: esRefusal,
  rules: esRules,
  sample: esSample,
  settings: esSettings,
  setup: esSetup,
  shell: esShell,
  survey: esSurvey,
  surveys: esSurveys,
  thread: esThread,
  ticket: esTicket,
  views: esViews,
}

/** Every sentence of the product, by language and namespace. Keys are typed from English; tests/i18n keeps both complete. */
export const messages = { en, es }

export type Messages = typeof en
