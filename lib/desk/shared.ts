export {
  type BulkState,
  bulkStates,
  type Density,
  type Doing,
  type DraftKind,
  densities,
  doings,
  draftKinds,
  type NoticeKind,
  noticeKinds,
  type Sharing,
  sharings,
} from '@/db/words/desk'
export * from './bulk-input'
export * from './draft-input'
export type * from './live-words'
export * from './macro-input'
export * from './preference-input'
export * from './variables'
export * from './view-input'
