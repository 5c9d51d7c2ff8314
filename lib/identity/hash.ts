import { hash, verify } from '@node-rs/argon2'
import { once } from '@/lib/kit/once'
import { asTyped } from './password'

// argon2id with 19 MiB, two passes, one lane: OWASP Password Storage Cheat Sheet.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(asTyped(password), cost)

/** Whether the password is the one hashed; takes as long when there is no such person (`hashed` null). */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  const against = hashed ?? (await nobody())
  const same = await verify(against, asTyped(password)).catch(() => false)
  return same && hashed !== null
}

const nobody = (): Promise<string> => once('identity.nobody', () => hash('a password that nobody has', cost))
