export { answer, bodyLimit, type RestRequest } from './rest/answer'
export { openApiDocument } from './rest/openapi'
export { problem, problemOf, type RestAnswer } from './rest/problem'
