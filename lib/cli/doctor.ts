import type { Call, Command } from './command'
import { database } from './doctor/database'
import type { Level } from './doctor/judge'
import { moment } from './doctor/moment'
import { post } from './doctor/post'
import { surroundings } from './doctor/surroundings'
import { tallies } from './doctor/tallies'
import { versions } from './doctor/versions'

/** One thing looked at, in a sentence. Only `wrong` makes the exit code 1. */
export type Finding = { level: Level; what: string }
export type Look = (call: Call) => Promise<Finding[]>

const looks: Look[] = [versions, database, tallies, surroundings, moment, post]
const line = {
  fine: 'cli.doctorFine',
  warn: 'cli.doctorWarn',
  wrong: 'cli.doctorWrong',
  unknown: 'mail.doctor.unknown',
} as const

export const doctor: Command = {
  operands: [],
  options: { json: { type: 'boolean' } },
  run: async (call) => {
    const findings: Finding[] = []
    for (const look of looks) {
      for (const finding of await look(call)) {
        findings.push(finding)
        if (!call.options.json) call.say(call.t(line[finding.level], { what: finding.what }))
      }
    }
    const wrong = findings.filter(({ level }) => level === 'wrong').length
    call.say(call.options.json ? JSON.stringify({ wrong, findings }) : call.t('cli.doctor.done', { wrong }))
    return wrong > 0 ? 1 : 0
  },
}
