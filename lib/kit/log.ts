import pino from 'pino'
import { env } from './env'
import { once } from './once'

/** One line a happening, on standard error, with ids and codes; never bodies, addresses, words or tokens. */
export const log = () =>
  once('log', () => pino({ base: null, level: env().quiet ? 'silent' : 'info' }, pino.destination(2)))
