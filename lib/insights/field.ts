import { refuse } from '@/lib/kit/refusal'

/** One field of what was asked is at fault. */
export const refuseField = (path: string, code: string): never =>
  refuse('input.invalid', { reason: code }, [{ path, code, message: code }])
