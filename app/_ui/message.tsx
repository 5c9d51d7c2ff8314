import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar } from './avatar'
import { cx } from './cx'

type MessageProps = {
  author: string
  /** "a Ana Lucía", or the address it came from. */
  beside?: ReactNode
  time: ReactNode
  /** "Enviado", "Rebotó". */
  state?: ReactNode
  text: string
  lang?: string | undefined
  /** Present on an internal note: "Solo su equipo ve esto". */
  privately?: string | undefined
  /** What stands under the words: an error with its remedy, the folded quotation. */
  under?: ReactNode
}

/** Something said: no box for what the customer sees, tinted ground and a lock for a note. */
export function Message({ author, beside, time, state, text, lang, privately, under }: MessageProps) {
  return (
    <article className={cx('msg', privately && 'note')}>
      <header>
        <Avatar name={author} size="lg" />
        <h3 className="min-w-0 flex-1">
          <b>{author}</b> {beside ? <span className="text-3 wrap-anywhere">{beside}</span> : null}{' '}
          {privately ? (
            <span className="note-tag">
              <Lock className="i" aria-hidden="true" />
              {privately}
            </span>
          ) : null}
        </h3>
        {state ? <span className="text-12 text-3">{state}</span> : null}
        <span className="text-12 text-3 whitespace-nowrap">{time}</span>
      </header>
      <div className="prose" lang={lang}>
        {text}
      </div>
      {under ? <div className="under">{under}</div> : null}
    </article>
  )
}
