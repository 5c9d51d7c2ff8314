'use client'
import { Button } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'

/** What stands where a page failed. It must not depend on anything that may have failed with it, so both languages are here. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const words = document.documentElement.lang === 'en' ? english : spanish
  return (
    <main className="p-6 tablet:p-10" role="alert">
      <Empty title={words.title} text={error.digest ? `${words.text} ${words.reference} ${error.digest}.` : words.text}>
        <Button variant="primary" onClick={reset}>
          {words.retry}
        </Button>
      </Empty>
    </main>
  )
}

const spanish = {
  title: 'No se pudo mostrar esta página',
  text: 'Nada de lo guardado se perdió. Intente de nuevo; si se repite, avise a quien administra Lazo.',
  reference: 'Referencia:',
  retry: 'Reintentar',
}

const english = {
  title: 'This page could not be shown',
  text: 'Nothing that was saved is lost. Try again; if it happens again, tell whoever runs Lazo.',
  reference: 'Reference:',
  retry: 'Try again',
}
