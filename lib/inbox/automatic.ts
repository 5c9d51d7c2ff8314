import type { Parsed } from './parsed'

const subjects =
  /^(re: ?|rv: ?|fwd?: ?)*(automatic reply|auto(matic)?[- ]?(reply|response|svar|matische antwort)|autoreply|out of (the )?office|away from|vacation|respuesta autom[aá]tica|fuera de (la )?oficina|ausencia|ausente|de vacaciones|resposta autom[aá]tica|fora do escrit[oó]rio|f[eé]rias|aus[eê]ncia|abwesen|r[eé]ponse automatique|absence)/i
const machines =
  /^(mailer-daemon|postmaster|no-?reply|donotreply|do-not-reply|noreply-.*|bounces?|auto-?reply|notifications?)([+.-].*)?$/i

/**
 * The signs that no person wrote a mail, as codes; [] for a person's. A weak sign (subject, a wish for no automatic answers,
 * a sender by the name of a machine) counts only together with another. `Auto-Submitted: no` says that a person wrote it.
 */
export function signsOfMachine(mail: Parsed, nullReturnPath: boolean): string[] {
  const declared = value(mail, 'auto-submitted')
  if (/^no\b/i.test(declared)) return []
  const strong = [
    declared && 'auto_submitted',
    mail.signs['x-autoreply'] && !/^(no|false)$/i.test(value(mail, 'x-autoreply')) && 'x_autoreply',
    mail.signs['x-autorespond'] && 'x_autorespond',
    /^(bulk|junk|list|auto_reply)\b/i.test(value(mail, 'precedence')) && 'precedence',
    mail.signs['list-id'] && 'list',
    nullReturnPath && 'null_return_path',
  ].filter((sign): sign is string => Boolean(sign))
  const weak = [
    subjects.test(mail.subject) && 'subject',
    mail.signs['x-auto-response-suppress'] && 'response_suppress',
    machines.test(localPart(mail)) && 'machine_name',
  ].filter((sign): sign is string => Boolean(sign))
  return strong.length > 0 || weak.length > 1 ? [...strong, ...weak] : []
}

/** The sender is called like a mail server. */
export const isMailServer = (mail: Parsed): boolean =>
  /^(mailer-daemon|postmaster|mail-?daemon)([+.-]|$)/i.test(localPart(mail))

const localPart = (mail: Parsed): string => mail.from?.address.split('@')[0] ?? ''
const value = (mail: Parsed, name: string): string => mail.signs[name]?.[0] ?? ''
