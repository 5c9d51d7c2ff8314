import { migrate } from '@/db/migrate'
import { startWorker } from '@/lib/worker'
import type { Command } from './command'

/** The worker alone, for `WORKER=off` on the web nodes. On SQLite there is one worker: the server's, or this one. */
export const worker: Command = {
  operands: [],
  run: async ({ t, say }) => {
    await migrate()
    const running = startWorker()
    say(t('cli.workerStarted'))
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
    })
    await running.stop()
    say(t('cli.workerStopped'))
    return 0
  },
}
