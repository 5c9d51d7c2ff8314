import enApi from './en/api.json'
import enBoard from './en/board.json'
import enCase from './en/case.json'
import enCli from './en/cli.json'
import enCommon from './en/common.json'
import enCustomers from './en/customers.json'
import enDoor from './en/door.json'
import enImports from './en/imports.json'
import enJourneys from './en/journeys.json'
import enLetters from './en/letters.json'
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
import enTicket from './en/ticket.json'
import esApi from './es/api.json'
import esBoard from './es/board.json'
import esCase from './es/case.json'
import esCli from './es/cli.json'
import esCommon from './es/common.json'
import esCustomers from './es/customers.json'
import esDoor from './es/door.json'
import esImports from './es/imports.json'
import esJourneys from './es/journeys.json'
import esLetters from './es/letters.json'
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
import esTicket from './es/ticket.json'

const en = {
  api: enApi,
  board: enBoard,
  case: enCase,
  cli: enCli,
  common: enCommon,
  customers: enCustomers,
  door: enDoor,
  imports: enImports,
  journeys: enJourneys,
  letters: enLetters,
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
  ticket: enTicket,
}

const es = {
  api: esApi,
  board: esBoard,
  case: esCase,
  cli: esCli,
  common: esCommon,
  customers: esCustomers,
  door: esDoor,
  imports: esImports,
  journeys: esJourneys,
  letters: esLetters,
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
  ticket: esTicket,
}

/** Every sentence of the product, by language and namespace. Keys are typed from English; tests/i18n keeps both complete. */
export const messages = { en, es }

export type Messages = typeof en
