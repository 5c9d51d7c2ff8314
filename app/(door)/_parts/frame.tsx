import Link from 'next/link'
import type { ReactNode } from 'react'
import { Mark } from '@/app/(desk)/_parts/mark'
import { locales, translator } from '@/lib/i18n'
import { type Params, param } from './language'

type FrameProps = {
  locale: 'es' | 'en'
  /** Address of this page and what is asked of it: the language switch comes back here. */
  path: string
  params: Params
  /** Under the mark, beside the page on a wide screen. */
  aside?: ReactNode
  children: ReactNode
}

const names = { es: 'Español', en: 'English' }

/** A door: the mark, the page, the other language. */
export const Frame = ({ locale, path, params, aside, children }: FrameProps) => (
  <div lang={locale} className="grid min-h-dvh content-start desk:content-stretch desk:grid-cols-[320px_minmax(0,1fr)]">
    <header className="flex flex-col gap-8 px-5 pt-5 desk:border-line desk:border-e desk:bg-bg desk:p-8">
      <div className="flex items-center gap-2 text-16">
        <Mark />
        <b>Lazo</b>
        <Languages locale={locale} path={path} params={params} />
      </div>
      {aside ? <div className="hidden desk:block">{aside}</div> : null}
    </header>
    <main className="w-full max-w-[680px] px-5 pt-8 pb-16 desk:px-16 desk:pt-20">{children}</main>
  </div>
)

function Languages({ locale, path, params }: Pick<FrameProps, 'locale' | 'path' | 'params'>) {
  const t = translator(locale)
  const kept = ['callbackUrl', 'with'].flatMap((name) => {
    const value = param(params, name)
    return value ? [[name, value]] : []
  })
  return (
    <nav className="ms-auto flex text-13" aria-label={t('door.language')}>
      {locales.map((one) => (
        <Link
          key={one}
          lang={one}
          hrefLang={one}
          href={`${path}?${new URLSearchParams([...kept, ['lang', one]])}`}
          aria-current={one === locale ? 'true' : undefined}
          className="inline-flex min-h-8 items-center rounded-2 px-2 text-3 hover:text-1 aria-[current]:font-medium aria-[current]:text-1"
          replace
        >
          {names[one]}
        </Link>
      ))}
    </nav>
  )
}

/** The head of a door's page. */
export const DoorTitle = ({ title, text }: { title: string; text?: ReactNode }) => (
  <div className="mb-6 grid gap-2">
    <h1 className="text-28 font-semibold tracking-[-0.02em]">{title}</h1>
    {text ? <p className="max-w-[56ch] text-16 text-2">{text}</p> : null}
  </div>
)
