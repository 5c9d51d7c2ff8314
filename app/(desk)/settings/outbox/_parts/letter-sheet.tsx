import type { Translate } from '@/lib/i18n'
import type { Letter } from '@/lib/mail'

export const letterViews = ['html', 'text', 'raw'] as const
export type LetterView = (typeof letterViews)[number]

/** A letter as a mailbox shows it, as text, or as the bytes that leave. The html part comes from an address of its own, in a frame without rights. */
export function LetterSheet({ letter, view, t }: { letter: Letter; view: LetterView; t: Translate }) {
  if (!letter.html || !letter.text) return <p className="py-6 text-14 text-2">{t('outbox.unwritten')}</p>
  if (view === 'html')
    return (
      <iframe
        title={t('outbox.frame', { to: letter.toName ?? letter.toAddress })}
        src={`/settings/outbox/${letter.id}/html`}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        className="mt-3 h-[760px] w-full rounded-3 border border-line bg-white"
      />
    )
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t(`outbox.views.${view}`)}
      className="mt-3 max-h-[760px] overflow-auto rounded-3 border border-line p-4"
    >
      <pre className="whitespace-pre-wrap break-words font-mono text-12">
        {view === 'text' ? letter.text : letter.raw}
      </pre>
    </section>
  )
}
