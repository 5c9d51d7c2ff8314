import type { Call, Command } from './command'
import { database } from './doctor/database'
import { surroundings } from './doctor/surroundings'
import { tallies } from './doctor/tallies'
import { versions } from './doctor/versions'

/** One thing looked at. Only `wrong` makes the exit code 1. */
export type Finding = { level: 'fine' | 'warn' | 'wrong'; what: string }
export type Look = (call: Call) => Promise<Finding[]>

const looks: Look[] = [versions, database, tallies, surroundings]
const line = { fine: 'cli.doctorFine', warn: 'cli.doctorWarn', wrong: 'cli.doctorWrong' } as const

export const doctor: Command = {
  operands: [],
  run: async (call) => {
    let wrong = 0
    for (const look of looks) {
      for (const { level, what } of await look(call)) {
        call.say(call.t(line[level], { what }))
        if (level === 'wrong') wrong += 1
      }
    }
    call.say(call.t('cli.doctor.done', { wrong }))
    return wrong > 0 ? 1 : 0
  },
}
