type Coded = { code?: unknown; cause?: unknown; constraint?: unknown; message?: unknown }

const codeOf = (error: unknown): string => {
  for (let at = error as Coded | undefined, depth = 0; at && depth < 4; at = at.cause as Coded | undefined, depth++) {
    if (typeof at.code === 'string') return at.code
  }
  return ''
}

/** A unique index refused the row. */
export const isDuplicate = (error: unknown): boolean =>
  ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505'].includes(codeOf(error))

/** A foreign key points nowhere. */
export const isOrphan = (error: unknown): boolean => ['SQLITE_CONSTRAINT_FOREIGNKEY', '23503'].includes(codeOf(error))

/** Another connection holds what we need; the same list may be tried again. */
export const isBusy = (error: unknown): boolean => {
  const code = codeOf(error)
  return code.startsWith('SQLITE_BUSY') || code === '40P01' || code === '40001'
}

const failures = /^(SQLITE_(FULL|IOERR|NOMEM|READONLY|CANTOPEN|CORRUPT|PROTOCOL)|53|57P|58|08|ECONN|EPIPE)/

/** The storage itself failed: full disk, lost server, I/O. */
export const isStorageFailure = (error: unknown): boolean => failures.test(codeOf(error))

/** What a caller gets when nothing could be stored: the domain's refusal `storage.unavailable`, answered with 503. */
export const storageUnavailable = (cause: unknown): Error =>
  Object.assign(new Error('storage.unavailable', { cause }), {
    [Symbol.for('lazo.refusal')]: true,
    code: 'storage.unavailable',
    facts: { reason: codeOf(cause) },
    issues: [],
  })
