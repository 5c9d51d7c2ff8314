import { Badge } from '@/app/_ui/badge'
import { TextLink } from '@/app/_ui/link'
import { Table } from '@/app/_ui/table'
import type { Formatter, Locale, Translate } from '@/lib/i18n'
import type { ImportRecord } from '@/lib/integrations'
import { named } from '@/lib/kit/text'

type PastImportsProps = { past: ImportRecord[]; locale: Locale; t: Translate; f: Formatter }

const tones = { uploaded: 'soon', running: 'accent', done: 'ok', failed: 'late', cancelled: 'quiet' } as const

/** What was imported before: file, survey, who, and what came of it. */
export function PastImports({ past, locale, t, f }: PastImportsProps) {
  if (past.length === 0) return null
  return (
    <div className="px-4 pb-8 tablet:px-5">
      <h2 className="mb-2 text-15 font-semibold">{t('imports.past')}</h2>
      <Table label={t('imports.past')} flush>
        <thead>
          <tr>
            <th scope="col">{t('imports.file')}</th>
            <th scope="col">{t('imports.survey')}</th>
            <th scope="col">{t('imports.state')}</th>
            <th scope="col" className="r">
              {t('imports.imported')}
            </th>
            <th scope="col" className="r">
              {t('imports.rejected')}
            </th>
            <th scope="col">{t('imports.when')}</th>
          </tr>
        </thead>
        <tbody>
          {past.map((one) => (
            <tr key={one.id}>
              <td>
                <TextLink href={`/surveys/import/${one.id}`}>{one.fileName}</TextLink>
              </td>
              <td>{one.surveyName ? named({ name: one.surveyName, names: one.surveyNames ?? {} }, locale) : ''}</td>
              <td>
                <Badge tone={tones[one.state]}>{t(`imports.states.${one.state}`)}</Badge>
              </td>
              <td className="r num">{f.number(one.imported)}</td>
              <td className="r num">{f.number(one.rejected)}</td>
              <td className="text-2">
                {f.dateTime(one.createdAt)}
                {one.createdBy ? ` · ${one.createdBy}` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
