export { type CustomerFacts, type CustomerRow, isSomebody, mergeFacts, newCustomer } from './customer'
export { type Match, matchCustomer } from './match'
