import type { Again } from './held'

/** A form that a customer posted to the page it stands on. `search` is the address after the question mark. */
export type Knock = { form: URLSearchParams; address: string; language: string; search?: string }

/** Where to go next (303), a page to be shown again with what was typed, or, for programs, a plain line. */
export type Outcome = { see: string } | { again: Again } | { plain: { status: number; text: string } }
