import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { translator } from '@/lib/i18n'
import { organization } from '@/lib/identity'
import { DoorTitle, Frame } from '../_parts/frame'
import { doorLocale, type Params, param } from '../_parts/language'
import { Choice } from './_parts/choice'
import { OwnCompany } from './_parts/own-company'
import { SampleCompany } from './_parts/sample-company'
import { Steps } from './_parts/steps'

type Props = { searchParams: Promise<Params> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: translator(await doorLocale(await searchParams))('setup.title') }
}

/** The first visit of an empty database: one's own company or the sample one. Once a company stands, this page is no more. */
export default async function SetUpPage({ searchParams }: Props) {
  const params = await searchParams
  const [locale, house, its] = await Promise.all([doorLocale(params), organization(), headers()])
  if (house) redirect('/')
  const t = translator(locale)
  const sample = param(params, 'with') === 'sample'
  const local = its.get('x-lazo-local') === '1'
  return (
    <Frame locale={locale} path="/setup" params={params} aside={<Steps locale={locale} />}>
      <DoorTitle title={t('setup.heading')} text={t('setup.lead')} />
      <Choice locale={locale} sample={sample} local={local} />
      {sample ? <SampleCompany locale={locale} local={local} /> : <OwnCompany locale={locale} local={local} />}
    </Frame>
  )
}
