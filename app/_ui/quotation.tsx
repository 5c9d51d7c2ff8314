type QuotationProps = { text: string; lang?: string | undefined }

/** What somebody said, in full and never cut; the opening mark hangs in the margin. */
export function Quotation({ text, lang }: QuotationProps) {
  const paragraphs = text.trim().split(/\n{2,}/)
  return (
    <blockquote className="quote" lang={lang} data-long={text.length > 600 ? '' : undefined}>
      {paragraphs.map((paragraph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name and never move
        <p key={at}>
          {at === 0 ? '“' : ''}
          {paragraph}
          {at === paragraphs.length - 1 ? '”' : ''}
        </p>
      ))}
    </blockquote>
  )
}
