export { addCause, changeCause, knownCauses, retireCause } from './causes'
export { type Founded, foundJourney, type Ground } from './found'
export { createJourney, renameJourney, retireJourney } from './journeys'
export {
  type Cause,
  type CauseNode,
  causeTree,
  type Journey,
  type JourneyTree,
  journeyList,
  journeyTree,
  type OwnerTeam,
  reasonsFor,
  type Stage,
  type StageNode,
  type Touchpoint,
  type TouchpointNode,
  touchpointsBySlug,
} from './queries'
export * from './shared'
export { addStage, changeStage, moveStage, restoreStage, retireStage } from './stages'
export { teamsOf, templateBySlug, templates } from './templates'
export {
  addTouchpoint,
  changeTouchpoint,
  moveTouchpoint,
  restoreTouchpoint,
  retireTouchpoint,
  setReasons,
} from './touchpoints'
