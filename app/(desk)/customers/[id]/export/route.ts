import { optionalActor } from '@/app/_server/actor'
import { exportCustomer } from '@/lib/customers'
import { isRefusal } from '@/lib/kit/refusal'
import { statusOf } from '@/lib/kit/refusal-status'

/** Everything kept of one person, as a file for them to take along. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await optionalActor()
  if (!actor) return new Response(null, { status: 401 })
  try {
    const { id } = await params
    const whole = await exportCustomer(actor, id)
    return new Response(JSON.stringify(whole, null, 2), {
      headers: { 'content-type': 'application/json', 'content-disposition': `attachment; filename="${id}.json"` },
    })
  } catch (error) {
    if (isRefusal(error)) return new Response(null, { status: statusOf(error.code) })
    throw error
  }
}
