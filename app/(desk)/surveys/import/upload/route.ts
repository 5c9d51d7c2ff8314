import { optionalActor } from '@/app/_server/actor'
import { shown } from '@/app/_server/answer'
import type { UserActor } from '@/lib/identity/shared'
import { receiveUpload } from '@/lib/integrations'
import { now } from '@/lib/kit/clock'
import { isRefusal, refuse } from '@/lib/kit/refusal'
import { partsOf, textOf } from './multipart'

/**
 * Keeps an uploaded CSV, counted while it is read. A browser without scripts is sent on by 303, the page's own script reads JSON.
 * A route and no server action: those hold the whole body in memory.
 */
export async function POST(request: Request): Promise<Response> {
  const actor = await optionalActor()
  const scripted = request.headers.get('accept') === 'application/json'
  const go = (path: string) => new Response(null, { status: 303, headers: { location: path } })
  if (!actor) return scripted ? Response.json({ go: '/sign-in' }, { status: 401 }) : go('/sign-in')
  try {
    const path = `/surveys/import/${await keep(actor, request)}`
    return scripted ? Response.json({ go: path }) : go(path)
  } catch (error) {
    if (!isRefusal(error)) throw error
    const { message, status, code, facts } = shown(error, actor.locale)
    if (scripted) return Response.json({ message }, { status })
    return go(`/surveys/import?${new URLSearchParams({ problem: code, line: String(facts.line ?? '') })}`)
  }
}

async function keep(actor: UserActor, request: Request): Promise<string> {
  const body = request.body as AsyncIterable<Uint8Array> | null
  let survey = ''
  for await (const part of partsOf(body, request.headers.get('content-type') ?? '')) {
    if (part.name === 'survey') survey = await textOf(part)
    else if (part.fileName) return receiveUpload(actor, { survey, fileName: part.fileName, bytes: part.bytes }, now())
    else await textOf(part)
  }
  return refuse('import.noFile')
}
