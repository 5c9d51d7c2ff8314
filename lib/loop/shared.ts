import type { Category } from '@/lib/surveys/shared'

/** What an accepted answer became. `touchpoint` is a slug; `receivedAt` ISO 8601; `replay`: it had been taken before. */
export type Received = {
  id: string
  category: Category
  touchpoint: string | null
  ticket: { id: string; number: number } | null
  receivedAt: string
  replay: boolean
}
