import { Chip } from '@/app/_ui/chip'
import type { Translate } from '@/lib/i18n'
import { type FieldLine, linesOf, type Operation } from './document'

/** One method at one address: what it takes, what it gives, what it refuses. */
export function OperationView({ operation, t }: { operation: Operation; t: Translate }) {
  const { id, method, path, summary, scope, parameters, body, answers, refusals } = operation
  const asked = parameters.map(({ name, in: where, required, description, schema }) => ({
    ...(linesOf(schema, name)[0] ?? { path: name, kind: '', about: '' }),
    path: where === 'query' ? `?${name}` : where === 'path' ? `{${name}}` : `${name}:`,
    required,
    ...(description ? { about: description } : {}),
  }))
  return (
    <article id={id} className="grid gap-3">
      <h3 className="flex flex-wrap items-baseline gap-2 text-14">
        <Chip>{method}</Chip>
        <code className="font-semibold wrap-anywhere">{path}</code>
        <span className="text-12 text-3">
          {t('api.scope')} <code>{scope}</code>
        </span>
      </h3>
      <p className="max-w-[72ch] text-14" lang="en">
        {summary.split('`').map((part, at) => (at % 2 === 1 ? <code key={part}>{part}</code> : part))}
      </p>
      <Lines label={t('api.parameters')} lines={asked} t={t} />
      <Lines label={t('api.body')} lines={body ? linesOf(body) : []} t={t} />
      {answers.map(({ status, schema }) => (
        <Lines
          key={status}
          label={`${t('api.answer')} ${status}`}
          lines={schema ? linesOf(schema) : []}
          bare={schema === null}
          t={t}
        />
      ))}
      <p className="num text-12 text-3">
        {t('api.refusals')}: {refusals.join(', ')}
      </p>
    </article>
  )
}

type LinesProps = { label: string; lines: FieldLine[]; t: Translate; bare?: boolean }

function Lines({ label, lines, t, bare }: LinesProps) {
  if (bare) return <p className="num text-13">{label}</p>
  if (lines.length === 0) return null
  return (
    <details className="border-line border-t pt-2">
      <summary className="cursor-pointer text-13 font-medium">{label}</summary>
      <table className="mt-2 w-full text-13">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('api.name')}</th>
            <th scope="col">{t('api.kind')}</th>
            <th scope="col">{t('api.about')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.path} className="border-line border-t align-top">
              <th scope="row" className="py-1 pe-3 text-start font-normal">
                <code className="wrap-anywhere">{line.path}</code>
                {line.required ? <span className="ms-2 text-12 text-3">{t('api.required')}</span> : null}
              </th>
              <td className="py-1 pe-3 text-2 wrap-anywhere">{line.kind}</td>
              <td className="py-1 text-3 wrap-anywhere">{line.about}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
