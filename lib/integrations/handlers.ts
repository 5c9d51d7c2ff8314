import { every, type Handler, type Scheduled } from '@/lib/jobs'
import { importHandler, sweepImportsHandler } from './imports/handlers'
import { sweepImportsJob } from './imports/jobs'

export const handlers: Handler[] = [importHandler, sweepImportsHandler]

export const schedule: Scheduled[] = [every('day', sweepImportsJob)]
