import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar } from './avatar'
import { cx } from './cx'

type MessageProps = {
  /** To be led to by a link. */
  id?: string
  author: string
  /** "a Ana Lucía", or the address it came from. */
  beside?: ReactNode
  time: ReactNode
  /** "Enviado", "Rebotó". */
  state?: ReactNode
  /** Present on an internal note: "Solo su equipo ve esto". */
  privately?: string | undefined
  /** It never left: shown, but set back. */
  faded?: boolean
  /** What stands over the words: a warning. */
  over?: ReactNode
  children: ReactNode
}

/** Something said: no box for what the customer sees, tinted ground and a lock for a note. */
export function Message({ id, author, beside, time, state, privately, faded, over, children }: MessageProps) {
  return (
    <article id={id} className={cx('msg', privately && 'note', faded && 'msg-faded')}>
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
        <span className="text-12 whitespace-nowrap text-3">{time}</span>
      </header>
      {over ? <div className="msg-over">{over}</div> : null}
      {children}
    </article>
  )
}
