'use server'
import { z } from 'zod'
import { acceptReset, Password, startSession } from '@/lib/identity'
import { entering } from '../../_parts/entering'

const Given = z.object({ token: z.string().max(100), password: Password })

/** The new password holds, every old session has ended, and the person is in. */
export const choose = entering(Given, async ({ token, password }, { visit, now }) => {
  const { userId } = await acceptReset(token, password, now)
  return { ...(await startSession(userId, visit, now)), go: '/' }
})
