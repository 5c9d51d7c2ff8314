import type { ReactNode } from 'react'

type MessageTextProps = {
  text: string
  lang?: string | undefined
  /** Where what is quoted begins; null: nothing is. */
  quoteAt: number | null
  words: { quoted: string }
}

/** Words as they were written; what they quote stands folded below, never cut away. */
export function MessageText({ text, lang, quoteAt, words }: MessageTextProps) {
  const own = quoteAt === null ? text : text.slice(0, quoteAt).trimEnd()
  const quoted = quoteAt === null ? '' : text.slice(quoteAt).trim()
  return (
    <>
      {own ? (
        <div className="prose" lang={lang}>
          {mentioned(own)}
        </div>
      ) : null}
      {quoted ? (
        <details className="msg-quoted under">
          <summary className="btn btn-ghost btn-sm">{words.quoted}</summary>
          <div className="prose text-2" lang={lang}>
            {quoted}
          </div>
        </details>
      ) : null}
    </>
  )
}

const mention = /@\[([^\]\n]{1,120})\]\(usr_[0-9a-z]{26}\)/g

// "@[Rubén Ortega](usr_…)" reads "@Rubén Ortega".
function mentioned(text: string): ReactNode {
  const parts: ReactNode[] = []
  let from = 0
  for (const found of text.matchAll(mention)) {
    parts.push(text.slice(from, found.index))
    parts.push(
      <b key={found.index} className="mention">
        @{found[1]}
      </b>,
    )
    from = found.index + found[0].length
  }
  return from === 0 ? text : [...parts, text.slice(from)]
}
