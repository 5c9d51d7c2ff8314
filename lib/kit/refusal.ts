const brand = Symbol.for('lazo.refusal')

export type Facts = Record<string, unknown>
/** One thing wrong with one field: where, which code, and what a person may read. */
export type FieldIssue = { path: string; code: string; message: string }

/** The one error that the domain throws: a code for programs, facts for the sentence. Recognised by `isRefusal`, never by instanceof. */
export class Refusal extends Error {
  readonly [brand] = true
  constructor(
    readonly code: string,
    readonly facts: Facts = {},
    readonly issues: FieldIssue[] = [],
  ) {
    super(code)
    this.name = 'Refusal'
  }
}

export function refuse(code: string, facts: Facts = {}, issues: FieldIssue[] = []): never {
  throw new Refusal(code, facts, issues)
}

export const isRefusal = (error: unknown): error is Refusal =>
  typeof error === 'object' && error !== null && brand in error
