import type { Formatter } from '@/lib/i18n'

/** "320 KB", "1.4 MB". */
export const sizeOf = (bytes: number, f: Formatter) =>
  bytes < 1_000_000 ? `${f.number(Math.max(1, Math.round(bytes / 1_000)))} KB` : `${f.number(bytes / 1_000_000)} MB`
