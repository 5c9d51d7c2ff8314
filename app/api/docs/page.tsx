import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { negotiate, translator } from '@/lib/i18n'
import { openApiDocument } from '@/lib/integrations'
import { type Operation, operationsOf } from './_parts/document'
import { OperationView } from './_parts/operation'

const languageOf = async () => negotiate((await headers()).get('accept-language'))

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await languageOf())('api.title') }
}

/** The REST interface, read out from its own document. Needs no key and no script. */
export default async function ApiDocsPage() {
  const locale = await languageOf()
  const t = translator(locale)
  const operations = operationsOf(openApiDocument())
  const tags = [...new Set(operations.map((operation) => operation.tag))]
  return (
    <main className="mx-auto grid max-w-[72rem] gap-8 px-4 py-8 tablet:px-6" lang={locale}>
      <header className="grid gap-2">
        <h1 className="sec">{t('api.title')}</h1>
        <p className="max-w-[68ch] text-14 text-2">{t('api.text')}</p>
        <p className="max-w-[68ch] text-14 text-2">{t('api.key')}</p>
        <p>
          <a className="link" href="/api/v1/openapi.json">
            {t('api.document')}
          </a>
        </p>
      </header>
      <nav aria-label={t('api.contents')}>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-13">
          {tags.map((tag) => (
            <li key={tag}>
              <a className="link" href={`#${tag}`}>
                {tag}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {tags.map((tag) => (
        <Group key={tag} tag={tag} operations={operations.filter((operation) => operation.tag === tag)} t={t} />
      ))}
    </main>
  )
}

type GroupProps = { tag: string; operations: Operation[]; t: ReturnType<typeof translator> }

const Group = ({ tag, operations, t }: GroupProps) => (
  <section id={tag} className="grid gap-6">
    <h2 className="border-line border-b pb-1 text-18 font-semibold">{tag}</h2>
    {operations.map((operation) => (
      <OperationView key={operation.id} operation={operation} t={t} />
    ))}
  </section>
)
