import { buffer } from 'node:stream/consumers'
import DKIM from 'nodemailer/lib/dkim'
import type { Env } from '@/lib/kit/env'

/**
 * What a signature covers. Said aloud because the library's own list leaves out List-Unsubscribe-Post, and RFC 8058 wants
 * both list headers under the signature, else a mail program offers no single click.
 */
export const signedHeaders = [
  ...['From', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'To', 'In-Reply-To', 'References'],
  ...['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding', 'Auto-Submitted'],
  ...['List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post'],
]

/** The letter with its signature before it, or as it was without a key. Signed once: every attempt sends the same bytes. */
export function signed(raw: Buffer, key: Env['dkim']): Promise<Buffer> {
  if (!key) return Promise.resolve(raw)
  const signer = new DKIM({
    domainName: key.domain,
    keySelector: key.selector,
    privateKey: key.key,
    headerFieldNames: signedHeaders.join(':'),
    cacheDir: false,
  })
  return buffer(signer.sign(raw))
}
