import type { z } from 'zod'
import type { Scope } from '@/db/words/identity'
import type { KeyActor } from '@/lib/identity/shared'

/** What a resource is called with, already checked. */
export type Call<I, Q> = {
  params: Record<string, string>
  query: Q
  input: I
  idempotencyKey: string | null
}

/** One method at one address: what it takes, what it gives, who may call it. */
export type Resource<
  I extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Under /api/v1, with names in braces: `/tickets/{id}`. */
  path: string
  scope: Scope
  summary: string
  input?: I
  query?: Q
  output: O
  /** Largest body in bytes; 64 KiB unless told. */
  limit?: number
  /** What it may answer with besides 200: shown in the document. */
  success?: number
  run(
    actor: KeyActor,
    call: Call<z.output<I>, z.output<Q>>,
    now: Date,
  ): Promise<{ status: number; body: unknown; headers?: Record<string, string> }>
}

/** Types one resource by its own schemas and lets it stand among the others. */
export const resource = <I extends z.ZodType, Q extends z.ZodType, O extends z.ZodType>(
  its: Resource<I, Q, O>,
): Resource => its as unknown as Resource
