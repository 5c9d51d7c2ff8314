export { answerByToken, answerOfForm, type OwnAnswer, ownAnswer } from './answered'
export { closeSurvey, createSurvey, openSurvey, updateSurvey } from './commands'
export { type AskingPolicy, askingPolicy, type Denial, denials, mayAsk, type Standing } from './fatigue'
export { findTouchpoint, type InvitationRow, type Invited, invitationByToken } from './find'
export { formOfMapping, type MappingForm, mappingOfForm, namedScales } from './import-form'
export { guessMapping, type SampledColumn, sampleColumns } from './import-guess'
export { rowKeys } from './import-key'
export { type ImportField, importFields, type Mapping, parseMapping, sourceOf } from './import-mapping'
export { checkHeader, examine, mustBeSound, type Preview } from './import-preview'
export { type ImportedResponse, type Known, type Problem, type ReadRow, rowReader, type Wanted } from './import-row'
export { invitationTable, type LinkState, linkState, openStates, statesBefore } from './invitation'
export { type InvitationRound, inviteCustomers, type RoundResult } from './invite'
export { openLink, personalLink, scoreLinks, unsubscribeLink } from './links'
export { type Reason, type SurveyPage, surveyForPage } from './page'
export {
  type Disposition,
  dispositionOf,
  listSurveys,
  type SurveyDetail,
  type SurveyLine,
  surveyBySlug,
} from './queries'
export { mostRecipients, type Recipient, type Recipients, readRecipients } from './recipients'
export { cancelRecovery, isSuppressed, type RecoveryTicket, recoveryInvitation, recoverySurvey } from './recovery'
export {
  acceptResponse,
  countedOf,
  type KnownSurvey,
  type KnownTouchpoint,
  type ResponseRow,
  type Source,
  type Surroundings,
} from './response'
export { categoryOf } from './shared'
export { markStarted } from './started'
export { newSurvey, SurveyChange, SurveyDraft, type SurveyRow, surveyWrites } from './survey'
export { type Counted, tallyWrites } from './tally'
export { houseTexts, OwnTexts, type SurveyTexts, type TextKey, textKeys, textsFor } from './texts'
