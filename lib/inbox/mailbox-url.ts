/** Where a mailbox is and how one signs in. `name` holds no secret: `user@host/FOLDER`. */
export type Mailbox = {
  name: string
  host: string
  port: number
  /** TLS from the first byte; otherwise STARTTLS, which only a loopback host may lack. */
  secure: boolean
  loopback: boolean
  user: string
  password: string
  /** The password is an OAuth 2 access token (`?auth=xoauth2`). */
  token: boolean
  folder: string
  /** Whose Authentication-Results count: `?authserv=mx.casa.mx`, else the host. */
  authserv: string
}

/**
 * Reads IMAP_URL: `imaps://user:password@host/FOLDER`, parts percent-encoded, folder INBOX when there is none. `imap://` begins
 * in the clear and turns to TLS. `?auth=xoauth2`: the password is an access token. `?authserv=`: the name under which the
 * receiving server writes its Authentication-Results. Never throws; `{ error: 'address' }` when it cannot be understood.
 */
export function mailboxOf(url: string): Mailbox | { error: 'address' } {
  try {
    const its = new URL(url)
    const secure = its.protocol === 'imaps:'
    const host = its.hostname.replace(/^\[|\]$/g, '')
    const user = decodeURIComponent(its.username)
    const folder = decodeURIComponent(its.pathname.replace(/^\//, '')) || 'INBOX'
    if (!host || !user || !/^imaps?:$/.test(its.protocol)) return { error: 'address' }
    return {
      name: `${user}@${host}/${folder}`,
      host,
      port: its.port ? Number(its.port) : secure ? 993 : 143,
      secure,
      loopback: /^(localhost|127(\.\d+){3}|::1)$/.test(host),
      user,
      password: decodeURIComponent(its.password),
      token: its.searchParams.get('auth')?.toLowerCase() === 'xoauth2',
      folder,
      authserv: (its.searchParams.get('authserv') ?? host).toLowerCase(),
    }
  } catch {
    return { error: 'address' }
  }
}
