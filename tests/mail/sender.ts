import { closeDatabase } from '@/db'
import { drain } from '@/lib/jobs'
import { closeTransport, mailHandler } from '@/lib/mail/handlers'
import { plainDesk } from './world'

/** A sender of its own process, on a stopped clock: sends what is due at LAZO_TEST_AT and ends, unless it is killed. */
const at = new Date(Number(process.env.LAZO_TEST_AT))
process.stdout.write('ready\n')
await drain([mailHandler(plainDesk().desks, 3_600_000)], at, 1_000)
closeTransport()
await closeDatabase()
process.exit(0)
