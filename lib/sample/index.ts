export { sampleAccounts } from './accounts'
export { loadSample } from './load'
