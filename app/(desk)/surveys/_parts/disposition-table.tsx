import { Table } from '@/app/_ui/table'
import type { Formatter, Translate } from '@/lib/i18n'
import { type Disposition, denials } from '@/lib/surveys'
import { invitationStates } from '@/lib/surveys/shared'

type Line = Disposition[number]
type Props = { disposition: Disposition; f: Formatter; t: Translate }

/** Invitations by what became of them; the last line is their sum, every invitation that was made. */
export function DispositionTable({ disposition, f, t }: Props) {
  const total = disposition.reduce((sum, { count }) => sum + count, 0)
  const lines = invitationStates.flatMap((state) => disposition.filter((line) => line.state === state))
  return (
    <section className="grid max-w-3xl gap-4">
      <h2 className="sec">{t('surveys.disposition.title')}</h2>
      {total === 0 ? (
        <p className="text-13 text-2">{t('surveys.disposition.none')}</p>
      ) : (
        <Table label={t('surveys.disposition.title')} flush>
          <thead>
            <tr>
              <th scope="col">{t('surveys.disposition.state')}</th>
              <th scope="col" className="r">
                {t('surveys.disposition.count')}
              </th>
              <th scope="col" className="r">
                {t('surveys.disposition.share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.state} ${line.reason}`}>
                <th scope="row">{wordsOf(line, t)}</th>
                <td className="r num">{f.number(line.count)}</td>
                <td className="r num">{f.percent(line.count / total)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row" className="font-medium">
                {t('surveys.disposition.total')}
              </th>
              <td className="r num font-medium">{f.number(total)}</td>
              <td className="r num">{f.percent(1)}</td>
            </tr>
          </tbody>
        </Table>
      )}
    </section>
  )
}

function wordsOf({ state, reason }: Line, t: Translate): string {
  const words = t(`surveys.disposition.${state}`)
  if (!reason) return words
  const known = [...denials, 'undelivered', 'opt_out'] as const
  return `${words}: ${t(`surveys.reason.${known.find((one) => one === reason) ?? 'other'}`)}`
}
