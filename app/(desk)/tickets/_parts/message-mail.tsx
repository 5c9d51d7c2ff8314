'use client'
import { useState } from 'react'
import type { MailLine } from './timeline-item'

export type MailWords = {
  asCame: string
  plain: string
  images: string
  noImages: string
  source: string
  headers: string
}

/**
 * Mail as it came, beside its plain words: the HTML in a frame without rights and without images until they are asked
 * for, the headers, and the bytes.
 */
export function MessageMail({
  mail,
  words,
  children,
}: {
  mail: MailLine
  words: MailWords
  children: React.ReactNode
}) {
  const [asCame, setAsCame] = useState(false)
  const [images, setImages] = useState(false)
  return (
    <>
      {asCame && mail.html ? (
        <iframe
          title={mail.frame}
          src={`${mail.html}${images ? '?images=1' : ''}`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          className="msg-frame"
        />
      ) : (
        children
      )}
      <div className="msg-tools under">
        {mail.html ? (
          <button type="button" className="tool" aria-pressed={asCame} onClick={() => setAsCame(!asCame)}>
            {asCame ? words.plain : words.asCame}
          </button>
        ) : null}
        {asCame ? (
          <button type="button" className="tool" aria-pressed={images} onClick={() => setImages(!images)}>
            {images ? words.noImages : words.images}
          </button>
        ) : null}
        {mail.source ? (
          <>
            <a className="tool" href={`${mail.source}?part=headers`} target="_blank" rel="noreferrer">
              {words.headers}
            </a>
            <a className="tool" href={mail.source} download>
              {words.source}
            </a>
          </>
        ) : null}
      </div>
    </>
  )
}
