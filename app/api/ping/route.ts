import { connection } from 'next/server'

/** The bare handler that the benchmark measures the intake against. */
export async function POST(request: Request): Promise<Response> {
  await connection()
  await request.json()
  return Response.json({ ok: true }, { status: 201 })
}
