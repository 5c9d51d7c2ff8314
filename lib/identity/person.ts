import { frozen } from '@/db'
import { memberships, users } from '@/db/schema'
import type { RowOf } from '@/db/write'
import { refuse } from '@/lib/kit/refusal'
import { emailKey, fold } from '@/lib/kit/text'
import { hashPassword } from './hash'
import { passwordFault } from './password'
import type { Role } from './shared'

export const insertUser = frozen(users)
export const insertMembership = frozen(memberships)

type New = {
  id: string
  email: string
  name: string
  role: Role
  locale: string
  timeZone: string
  passwordHash: string | null
}

/** The row of a person who begins today. */
export const newPerson = (its: New, now: Date): RowOf<typeof users> => ({
  ...its,
  email: its.email.trim(),
  emailKey: emailKey(its.email) ?? refuseField('email', 'emailWrong'),
  name: its.name.trim(),
  folded: fold(its.name),
  active: true,
  shortcuts: true,
  createdAt: now,
  version: 1,
})

/** The hash of a new password; refuses `input.invalid` with what is wrong with it. */
export async function acceptablePassword(password: string, email: string | null): Promise<string> {
  const fault = passwordFault(password, email)
  return fault ? refuseField('password', fault) : hashPassword(password)
}

/** One field is at fault: `code` is looked up in the catalogue. */
export const refuseField = (path: string, code: string): never =>
  refuse('input.invalid', {}, [{ path, code, message: code }])
