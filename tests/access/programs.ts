import type { Things } from './scene'

/** One resource of the REST interface: an address of it, what is sent, and what a key with its scope is answered. */
export type ProgramLine = {
  at: string
  path?: (things: Things) => string
  body?: (things: Things) => unknown
  status: number
}

const on = (what: string) => (its: Things) => `/tickets/${its.ticket}/${what}`
const contact = { channel: 'phone', outcome: 'spoke' }
const resolution = { rootCause: 'llego-tarde', actionTaken: 'Se entregó', summary: 'Ya llegó.', contact }

/** Every other key is answered 403, none at all 401, and what is not there 404: the test asks each of these of each line. */
export const programs: ProgramLine[] = [
  { at: 'POST /responses', body: () => ({ survey: 'nps', score: 9 }), status: 201 },
  { at: 'POST /responses/batch', body: () => ({ responses: [{ survey: 'nps', score: 9 }] }), status: 200 },
  { at: 'GET /responses', status: 200 },
  { at: 'GET /responses/{id}', path: (its) => `/responses/${its.response}`, status: 200 },
  { at: 'GET /tickets', status: 200 },
  { at: 'GET /tickets/count', status: 200 },
  { at: 'POST /tickets', body: () => ({ title: 'A mano', touchpoint: 'entrega' }), status: 201 },
  { at: 'GET /tickets/{id}', path: (its) => `/tickets/${its.ticket}`, status: 200 },
  {
    at: 'PATCH /tickets/{id}',
    path: (its) => `/tickets/${its.ticket}`,
    body: () => ({ priority: 'low' }),
    status: 200,
  },
  { at: 'POST /tickets/{id}/notes', path: on('notes'), body: () => ({ text: 'Nota' }), status: 201 },
  { at: 'POST /tickets/{id}/messages', path: on('messages'), body: () => ({ text: 'Hola' }), status: 201 },
  {
    at: 'POST /tickets/{id}/contacts',
    path: on('contacts'),
    body: () => ({ channel: 'phone', outcome: 'spoke' }),
    status: 201,
  },
  { at: 'POST /tickets/{id}/resolve', path: on('resolve'), body: () => resolution, status: 200 },
  // It was never resolved: the command is reached, and refuses.
  { at: 'POST /tickets/{id}/reopen', path: on('reopen'), body: () => ({}), status: 422 },
  { at: 'GET /customers', status: 200 },
  { at: 'POST /customers', body: (its) => ({ email: `n${its.number}@lazo.test` }), status: 201 },
  { at: 'GET /customers/{id}', path: (its) => `/customers/${its.customer}`, status: 200 },
  {
    at: 'PATCH /customers/{id}',
    path: (its) => `/customers/${its.customer}`,
    body: () => ({ name: 'N' }),
    status: 200,
  },
  { at: 'GET /customers/{id}/history', path: (its) => `/customers/${its.customer}/history`, status: 200 },
  { at: 'GET /customers/{id}/export', path: (its) => `/customers/${its.customer}/export`, status: 200 },
  { at: 'DELETE /customers/{id}', path: (its) => `/customers/${its.customer}`, status: 204 },
  { at: 'GET /journeys', status: 200 },
  { at: 'GET /journeys/{id}', path: (its) => `/journeys/${its.journey}`, status: 200 },
  { at: 'GET /surveys', status: 200 },
  { at: 'GET /teams', status: 200 },
  { at: 'GET /users', status: 200 },
  { at: 'GET /insights/touchpoints', status: 200 },
  { at: 'GET /insights/recovery', status: 200 },
  { at: 'GET /insights/reasons', status: 200 },
  { at: 'GET /insights/trend', status: 200 },
  { at: 'GET /insights/disposition', path: () => '/insights/disposition?survey=nps', status: 200 },
  { at: 'GET /events', status: 200 },
]
