'use server'
import { z } from 'zod'
import { AcceptInput, acceptInvitation, startSession } from '@/lib/identity'
import { entering } from '../../_parts/entering'

const Given = AcceptInput.extend({ token: z.string().max(100) })

/** The person exists from now on, and is in. */
export const join = entering(Given, async ({ token, ...input }, { visit, now }) => {
  const { userId } = await acceptInvitation(token, input, now)
  return { ...(await startSession(userId, visit, now)), go: '/' }
})
