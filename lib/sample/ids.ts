import { base32, type IdKind, prefixOf } from '@/lib/kit/ids'
import type { Dice } from './chance'

export type MakeId = (kind: IdKind, at: Date) => string

/** Ids as `newId` makes them (UUIDv7), but of a given moment, in the order in which they are asked for, and alike for the same seed. */
export function idMaker(roll: Dice): MakeId {
  let count = 0
  return (kind, at) => {
    count += 1
    const bytes = new Uint8Array(16)
    const view = new DataView(bytes.buffer)
    const ms = at.getTime()
    view.setUint32(0, Math.floor(ms / 65536))
    view.setUint16(4, ms % 65536)
    view.setUint16(6, 0x7000 | ((count >> 14) & 0xfff))
    view.setUint16(8, 0x8000 | (count & 0x3fff))
    for (let at = 10; at < 16; at++) bytes[at] = Math.floor(roll() * 256)
    return `${prefixOf(kind)}_${base32(bytes)}`
  }
}
