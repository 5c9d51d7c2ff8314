import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions, isOwnPath } from '@/lib/identity'

type Context = { params: Promise<{ nextauth: string[] }> }

export const GET = (request: NextRequest, context: Context) => guarded(request, context)
export const POST = (request: NextRequest, context: Context) => guarded(request, context)

const longest = 65_536

// next-auth 4 answers 500 to a body it cannot read and to a callbackUrl (asked or kept in its cookie) that is no URL; all
// are the sender's fault.
async function guarded(request: NextRequest, context: Context): Promise<Response> {
  if (!isFine(request.nextUrl.searchParams.get('callbackUrl'))) return wrong('callbackUrl')
  if (!keptAreFine(request)) return wrong('cookie')
  const { headers, method, url } = request
  const body = method === 'POST' ? await request.text() : null
  if (body !== null && (body.length > longest || !isReadable(body, headers.get('content-type') ?? '')))
    return wrong('body')
  const again = new NextRequest(url, { headers, method, body })
  const visit = { address: headers.get('x-lazo-address'), agent: headers.get('user-agent') }
  return NextAuth(again, context, authOptions(visit)) as Promise<Response>
}

function isReadable(body: string, type: string): boolean {
  if (type.includes('application/x-www-form-urlencoded')) return isFine(new URLSearchParams(body).get('callbackUrl'))
  if (!type.includes('application/json')) return body === ''
  try {
    const parsed: unknown = JSON.parse(body)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return false
    return Object.entries(parsed).every(
      ([key, value]) => typeof value === 'string' && (key !== 'callbackUrl' || isFine(value)),
    )
  } catch {
    return false
  }
}

const keptAreFine = ({ cookies }: NextRequest): boolean =>
  ['next-auth.callback-url', '__Secure-next-auth.callback-url'].every((name) => {
    const kept = cookies.get(name)?.value
    return kept === undefined || isOwnPath(kept) || URL.canParse(kept)
  })

const isFine = (callbackUrl: string | null): boolean => callbackUrl === null || isOwnPath(callbackUrl)

const wrong = (part: string): Response => Response.json({ code: 'input.malformed', part }, { status: 400 })
