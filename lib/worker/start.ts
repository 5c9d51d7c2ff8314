import { closeReader, startMailbox } from '@/lib/inbox/handlers'
import { beat, type Loop, startLoop, ticker } from '@/lib/jobs'
import { now } from '@/lib/kit/clock'
import { log } from '@/lib/kit/log'
import { forget, once } from '@/lib/kit/once'
import { closeTransport } from '@/lib/mail/handlers'
import { allHandlers, schedule } from './registry'

const beatMs = 10_000

/** Starts the worker of this process; asked twice it is the same one. `stop` lets what runs finish. */
export const startWorker = (): Loop => once('worker', start)

function start(): Loop {
  const loop = startLoop(allHandlers(), ticker(schedule()))
  const mailbox = startMailbox()
  const name = `worker:${process.pid}`
  const breathe = () => void beat(name, now()).catch((error: unknown) => log().warn({ err: error }, 'heartbeat failed'))
  breathe()
  const heart = setInterval(breathe, beatMs)
  heart.unref()
  return {
    stop: async () => {
      clearInterval(heart)
      await mailbox.stop()
      await loop.stop()
      closeReader()
      closeTransport()
      forget('worker')
    },
  }
}
