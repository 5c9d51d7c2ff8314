export { type Configuration, configuration } from './configuration'
export { type Incoming, receiveMany } from './many'
export { receive } from './receive'
export type { Received } from './shared'
