import type { Translate } from '@/lib/i18n'
import type { explainer, Look } from '@/lib/integrations'

type FaultsProps = { look: Look; explain: ReturnType<typeof explainer>; t: Translate }

/** The first rows that cannot be taken and why. */
export function Faults({ look, explain, t }: FaultsProps) {
  if (look.examples.length === 0) return null
  return (
    <details className="text-13" open={look.rejected < 6}>
      <summary className="cursor-pointer font-medium">{t('imports.wouldReject', { count: look.rejected })}</summary>
      <ol className="mt-2 grid gap-1 text-2">
        {look.examples.map(({ number, problems }) => (
          <li key={number}>{t('imports.rowFault', { row: number, fault: explain(problems) })}</li>
        ))}
      </ol>
      {look.rejected > look.examples.length ? <p className="mt-2 text-3">{t('imports.andMore')}</p> : null}
    </details>
  )
}
