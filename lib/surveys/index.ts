export { guessMapping, type SampledColumn } from './import-guess'
export { rowKeys } from './import-key'
export { type ImportField, importFields, type Mapping, parseMapping, sourceOf } from './import-mapping'
export { checkHeader, examine, mustBeSound, type Preview } from './import-preview'
export { type ImportedResponse, type Known, type Problem, type ReadRow, rowReader, type Wanted } from './import-row'
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
export { type Counted, tallyWrites } from './tally'
