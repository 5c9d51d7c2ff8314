import type { Translate } from '@/lib/i18n'

/** The words of a mail as text; what it quotes stands folded below, never cut away. */
export function MailWords({ text, quoteAt, t }: { text: string; quoteAt: number | null; t: Translate }) {
  const own = (quoteAt === null ? text : text.slice(0, quoteAt)).trim()
  const quoted = quoteAt === null ? '' : text.slice(quoteAt).trim()
  return (
    <div className="mt-4">
      {own ? <div className="prose">{own}</div> : <p className="text-14 text-3">{t('inbox.empty')}</p>}
      {quoted ? (
        <details className="msg-quoted mt-3">
          <summary className="btn btn-ghost btn-sm">{t('inbox.quoted')}</summary>
          <div className="prose text-2">{quoted}</div>
        </details>
      ) : null}
    </div>
  )
}
