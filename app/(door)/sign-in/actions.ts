'use server'
import { z } from 'zod'
import { ownPath, SignInInput, signIn } from '@/lib/identity'
import { entering } from '../_parts/entering'

const Given = SignInInput.extend({ callbackUrl: z.string().optional() })

/** E-mail and password; a session of our own in a cookie that only the server reads. */
export const enter = entering(Given, async ({ email, password, callbackUrl }, { visit, now }) => ({
  ...(await signIn({ email, password, ...visit }, now)),
  go: ownPath(callbackUrl),
}))
