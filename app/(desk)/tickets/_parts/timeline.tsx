import { ChevronRight, CornerDownLeft } from 'lucide-react'
import { Fragment } from 'react'
import { Message } from '@/app/_ui/message'
import { AttachmentList } from './attachment-list'
import { MessageLetter } from './message-letter'
import { MessageMail } from './message-mail'
import { MessageStranger } from './message-stranger'
import { MessageText } from './message-text'
import type { TimelineItem } from './timeline-item'
import type { TimelineWords } from './timeline-words'

type TimelineProps = { items: TimelineItem[]; words: TimelineWords; empty: string }

/** Everything that happened, oldest first; more than three events in a row fold into one line. */
export function Timeline({ items, words, empty }: TimelineProps) {
  if (items.length === 0) return <p className="py-6 text-13 text-3">{empty}</p>
  return (
    <ol className="timeline">
      {runs(items).map((run) => {
        const [first] = run
        if (!first) return null
        const lines = run.map((item) => <Line key={item.id} {...{ item, words }} />)
        if (run.length <= most) return <Fragment key={first.id}>{lines}</Fragment>
        return (
          <li key={first.id}>
            <details className="ev-fold">
              <summary className="ev">
                <ChevronRight className="i" aria-hidden="true" />
                <b className="font-medium whitespace-nowrap text-2">{words.events(run.length)}</b>
                <span className="cut">{run.map((item) => item.kind === 'event' && item.text).join(', ')}</span>
                <time dateTime={first.iso}>{first.time}</time>
              </summary>
              <ol>{lines}</ol>
            </details>
          </li>
        )
      })}
    </ol>
  )
}

const most = 3

function Line({ item, words }: { item: TimelineItem; words: TimelineWords }) {
  const time = <time dateTime={item.iso}>{item.time}</time>
  if (item.kind === 'event')
    return (
      <li className="ev">
        <span>{item.text}</span>
        {time}
      </li>
    )
  if (item.kind === 'grey') return <Grey item={item} words={words} />
  const text = <MessageText text={item.text} lang={item.lang} quoteAt={item.quoteAt} words={words} />
  return (
    <li>
      <Message
        id={item.id}
        author={item.author}
        beside={item.beside}
        time={time}
        state={item.withdrawn}
        faded={item.withdrawn !== null}
        privately={item.kind === 'note' ? words.private : undefined}
        over={item.stranger ? <MessageStranger who={item.stranger} words={words.stranger} /> : null}
      >
        {item.mail?.subject ? <p className="under text-12 text-3">{item.mail.subject}</p> : null}
        {item.mail ? (
          <MessageMail mail={item.mail} words={words.mail}>
            {text}
          </MessageMail>
        ) : (
          text
        )}
        <AttachmentList files={item.files} label={words.files} />
        {item.letter && item.withdrawn === null ? <MessageLetter letter={item.letter} words={words.letter} /> : null}
      </Message>
    </li>
  )
}

// What counts as nothing is one line; its words are there for whoever wants them.
function Grey({ item, words }: { item: TimelineItem & { kind: 'grey' }; words: TimelineWords }) {
  return (
    <li>
      <details className="ev-grey">
        <summary className="ev">
          <CornerDownLeft className="i" aria-hidden="true" />
          <span className={item.tone === 'late' ? 'text-late' : undefined}>{item.text}</span>
          <time dateTime={item.iso}>{item.time}</time>
        </summary>
        <div className="prose under text-2">{item.words}</div>
        {item.source ? (
          <div className="msg-tools under">
            <a className="tool" href={item.source} download>
              {words.mail.source}
            </a>
          </div>
        ) : null}
      </details>
    </li>
  )
}

// Events next to each other belong together; everything else stands alone.
function runs(items: TimelineItem[]) {
  const found: TimelineItem[][] = []
  for (const item of items) {
    const last = found.at(-1)
    if (item.kind === 'event' && last?.[0]?.kind === 'event') last.push(item)
    else found.push([item])
  }
  return found
}
