import { closeDatabase } from '@/db'
import { drain } from '@/lib/jobs'
import { closeTransport, mailHandler } from '@/lib/mail/handlers'
import { mostLooks, nextDue } from './next-due'
import { plainDesk } from './world'

/**
 * A sender of its own process, on a stopped clock: sends what is due at LAZO_TEST_AT and ends, unless it is killed. Told
 * when all began (LAZO_TEST_FROM) it goes on from one due instant to the next until nothing waits.
 */
const at = new Date(Number(process.env.LAZO_TEST_AT))
process.stdout.write('ready\n')
const from = process.env.LAZO_TEST_FROM
const sender = mailHandler(plainDesk().desks, 3_600_000)
for (let due: Date | null = at, looks = 0; due && looks < mostLooks; looks++) {
  await drain([sender], due, 1_000)
  due = from ? await nextDue(new Date(Number(from)), due) : null
}
closeTransport()
await closeDatabase()
process.exit(0)
