export { runDue } from './due'
export { allHandlers, type Listener, schedule } from './registry'
export { startWorker } from './start'
