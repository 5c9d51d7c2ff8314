import { Badge } from '@/app/_ui/badge'
import { TextLink } from '@/app/_ui/link'
import { Table } from '@/app/_ui/table'
import type { Formatter, Locale, Translate } from '@/lib/i18n'
import { named } from '@/lib/kit/text'
import type { SurveyLine } from '@/lib/surveys'

type Props = { surveys: SurveyLine[]; linked: boolean; locale: Locale; f: Formatter; t: Translate }

/** Surveys, one a line, the open ones first; on a phone name, status and answers. */
export const SurveyTable = ({ surveys, linked, locale, f, t }: Props) => (
  <Table label={t('surveys.list')}>
    <thead>
      <tr>
        <th scope="col">{t('surveys.column.name')}</th>
        <th scope="col">{t('surveys.column.status')}</th>
        <th scope="col" className="hidden tablet:table-cell">
          {t('surveys.column.kind')}
        </th>
        <th scope="col" className="hidden tablet:table-cell">
          {t('surveys.column.touchpoint')}
        </th>
        <th scope="col" className="r">
          {t('surveys.column.answers')}
        </th>
        <th scope="col" className="r hidden tablet:table-cell">
          {t('surveys.column.invitations')}
        </th>
      </tr>
    </thead>
    <tbody>
      {surveys.map((survey) => (
        <tr key={survey.id}>
          <th scope="row" className="font-medium">
            {linked ? (
              <TextLink href={`/surveys/${survey.slug}`}>{named(survey, locale)}</TextLink>
            ) : (
              named(survey, locale)
            )}
          </th>
          <td>
            <StatusBadge status={survey.status} t={t} />
          </td>
          <td className="hidden tablet:table-cell">{t(`surveys.kind.${survey.kind}`)}</td>
          <td className="hidden tablet:table-cell">{survey.touchpoint ? named(survey.touchpoint, locale) : null}</td>
          <td className="r num">{f.number(survey.answers)}</td>
          <td className="r num hidden tablet:table-cell">{f.number(survey.invitations)}</td>
        </tr>
      ))}
    </tbody>
  </Table>
)

const tones = { draft: 'quiet', live: 'ok', closed: 'quiet' } as const

export const StatusBadge = ({ status, t }: { status: SurveyLine['status']; t: Translate }) => (
  <Badge tone={tones[status]}>{t(`surveys.status.${status}`)}</Badge>
)
