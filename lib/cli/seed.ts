import { migrate } from '@/db/migrate'
import { organization } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import { loadSample, sampleAccounts } from '@/lib/sample'
import type { Command } from './command'

/** Loads the sample company into an empty database; where it stands already it only prints the accounts. */
export const seed: Command = {
  operands: [],
  run: async ({ t, say, note }) => {
    await migrate()
    const there = await organization()
    if (there && !there.sample) throw new Error(t('cli.seedOther', { name: there.name }))
    if (!there) {
      note(t('cli.seeding'))
      await loadSample(now())
    }
    say(t(there ? 'cli.seedAlready' : 'cli.seedDone'))
    say(t('cli.seedAccounts', { password: sampleAccounts[0]?.password ?? '' }))
    for (const { email, role, name } of sampleAccounts) say(`  ${role.padEnd(8)} ${email.padEnd(36)} ${name}`)
    return 0
  },
}
