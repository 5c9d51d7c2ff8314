import { now } from '@/lib/kit/clock'
import { env } from '@/lib/kit/env'
import { slugShape } from '@/lib/kit/text'
import { configuration } from '@/lib/loop'
import { loader } from './loader'

export const dynamic = 'force-dynamic'

type Address = { params: Promise<{ survey: string }> }

/** `/embed/{survey}.js`: a script for other people's pages that puts the survey in a frame where it stands. */
export async function GET(_request: Request, { params }: Address): Promise<Response> {
  const { survey } = await params
  const slug = survey.replace(/\.js$/, '')
  const known = survey.endsWith('.js') && slugShape.test(slug) && (await configuration(now()))?.surveys.has(slug)
  return new Response(known ? loader(env().baseUrl, slug) : '', {
    status: known ? 200 : 404,
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  })
}
