import { migrate } from '@/db/migrate'
import type { Command } from './command'

export const migrateNow: Command = {
  operands: [],
  run: async ({ t, say }) => {
    const { applied, copy } = await migrate()
    say(t('cli.migrated', { applied }))
    if (copy) say(t('cli.copied', { file: copy }))
    return 0
  },
}
