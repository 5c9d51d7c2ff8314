import type { LetterLine } from '@/lib/customers'
import type { Reader } from './shared'

const shown = 6

/** What was written to one person, and whether it arrived. */
export function LetterList({ letters, f, t, now }: { letters: LetterLine[] } & Reader) {
  const line = (letter: LetterLine) => (
    <li key={letter.id} className="flex flex-wrap gap-x-2 border-line border-b py-2 text-13">
      <span className="min-w-0">{t(`customers.page.letter.${letter.kind}`)}</span>
      <span className="text-3">{t(`customers.page.letterState.${letter.state}`)}</span>
      <time dateTime={(letter.sentAt ?? letter.createdAt).toISOString()} className="num ms-auto text-12 text-3">
        {f.near(letter.sentAt ?? letter.createdAt, now)}
      </time>
    </li>
  )
  return (
    <section>
      <h2 className="mb-1 text-15 font-semibold">{t('customers.page.letters')}</h2>
      {letters.length === 0 ? <p className="text-13 text-2">{t('customers.page.noLetters')}</p> : null}
      <ul>{letters.slice(0, shown).map(line)}</ul>
      {letters.length > shown ? (
        <details>
          <summary className="cursor-pointer py-2 text-13 text-2">
            {t('customers.page.moreLetters', { n: letters.length - shown })}
          </summary>
          <ul>{letters.slice(shown).map(line)}</ul>
        </details>
      ) : null}
    </section>
  )
}
