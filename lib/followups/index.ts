export { type Acknowledged, acknowledgement } from './acknowledgement'
