import { createReadStream, existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { optionalActor } from '@/app/_server/actor'
import { shown } from '@/app/_server/answer'
import { importById, rejectedPath } from '@/lib/integrations'
import { isRefusal, Refusal } from '@/lib/kit/refusal'

/** The rows that could not be taken, as they were in the file, with why. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await optionalActor()
  if (!actor) return new Response(null, { status: 303, headers: { location: '/sign-in' } })
  try {
    const { id, fileName } = await importById(actor, (await params).id)
    const path = rejectedPath(id)
    if (!existsSync(path)) throw new Refusal('import.fileGone')
    const name = `${fileName.replace(/\.csv$/i, '').replace(/[^\w.-]+/g, '-')}.rejected.csv`
    return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    if (!isRefusal(error)) throw error
    const { message, status } = shown(error, actor.locale)
    return new Response(message, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  }
}
