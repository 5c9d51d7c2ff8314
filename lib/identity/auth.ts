import type { AuthOptions } from 'next-auth'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { now } from '@/lib/kit/clock'
import { env } from '@/lib/kit/env'
import { log } from '@/lib/kit/log'
import { isRefusal } from '@/lib/kit/refusal'
import { derivedKey } from '@/lib/kit/seal'
import { sessionLife } from './session'
import { endSession, findActorBySession } from './sessions'
import { signIn } from './sign-in'

// The cookie carries an encrypted JWT with the session's id and the person's, nothing else; whether it opens anything is
// the session row's to say, on every request.
const Token = z.object({ sid: z.string(), uid: z.string() })

const isSecure = (): boolean => env().baseUrl.startsWith('https://')
const secret = (): string => derivedKey('next-auth')
const maxAge = sessionLife / 1000

/** Name of the session's cookie: `__Host-session` where the site is served over https. */
export const sessionCookieName = (): string => (isSecure() ? '__Host-session' : 'lazo-session')

/** How the session's cookie is set, by us and by next-auth alike. */
export const sessionCookieOptions = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(), maxAge }) as const

/** The value of the session's cookie. */
export const sealSession = ({ sid, userId }: { sid: string; userId: string }): Promise<string> =>
  encode({ token: { sid, uid: userId }, secret: secret(), maxAge })

/** The session's id in a Cookie header, or null when there is none of ours. */
export async function sessionIdOf(cookieHeader: string): Promise<string | null> {
  const name = `${sessionCookieName()}=`
  const value = cookieHeader
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(name))
    ?.slice(name.length)
  if (!value) return null
  const token = Token.safeParse(await decode({ token: value, secret: secret() }).catch(() => null))
  return token.success ? token.data.sid : null
}

/** What next-auth needs to serve /api/auth. `address` and `agent` are those of the request at hand. */
export const authOptions = (visit: { address: string | null; agent: string | null }): AuthOptions => ({
  secret: secret(),
  useSecureCookies: isSecure(),
  session: { strategy: 'jwt', maxAge, updateAge: maxAge },
  cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
  logger: {
    error: (code, details) => log().warn({ code, err: details }, 'next-auth'),
    warn: (code) => log().debug({ code }, 'next-auth'),
    debug: () => undefined,
  },
  pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
  providers: [
    {
      id: 'credentials',
      name: 'Lazo',
      type: 'credentials',
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      authorize: async (given) => {
        const { email = '', password = '' } = given ?? {}
        const session = await signIn({ email, password, ...visit }, now()).catch((error: unknown) => {
          if (isRefusal(error)) return null
          throw error
        })
        return session && { id: session.userId, sid: session.sid }
      },
    },
  ],
  callbacks: {
    jwt: ({ token, user }) =>
      user ? { sid: (user as { sid?: string }).sid, uid: user.id } : { sid: token.sid, uid: token.uid },
    session: async ({ session, token }) => {
      const parsed = Token.safeParse(token)
      const actor = parsed.success ? await findActorBySession(parsed.data.sid, now()) : null
      return { expires: session.expires, ...(actor && { user: { name: actor.name } }) }
    },
    // Paths only: where we stand is the browser's to know, not a header's.
    redirect: ({ url, baseUrl }) => ownPath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
  },
  events: {
    signOut: async ({ token }) => {
      const parsed = Token.safeParse(token)
      if (parsed.success) await endSession(parsed.data.sid, now())
    },
  },
})

/** Whether a text is a path of ours to come back to: begins with exactly one `/`, no spaces, no backslash. */
export const isOwnPath = (path: unknown): path is string =>
  typeof path === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(path) && path.length <= 2_000

/** The path that somebody asked to come back to, if it is one of ours; else `/`. */
export const ownPath = (path: unknown): string => (isOwnPath(path) ? path : '/')
