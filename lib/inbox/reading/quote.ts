import { byParser } from './by-parser'

const marker =
  /(responda|escriba|conteste|responde)( su respuesta)? (arriba|por encima) de esta l[ií]nea|(reply|write|respond|type)( your (reply|answer))? above this line/i
const separator =
  /^[>\s]*-{2,}\s*(mensaje original|original message|mensagem original|message d.origine|ursprüngliche nachricht)\s*-{2,}\s*$/i
const field =
  /^[>\s*]*(de|from|enviado( el)?|sent|date|fecha|data|para|to|asunto|subject|assunto|enviada em|cc|cco)\s?\*?:\*?\s?\S/i
const wrote =
  /^[>\s*-]*(el|on|em|le|am|il|op|a las)\s.{6,300}(escribió|escribio|wrote|escreveu|a écrit|schrieb|ha scritto|schreef)\s?:\s*$/i
const wroteAlone = /^[^<>\n]{0,120}<[^<>\s]+@[^<>\s]+>\s*(escribió|wrote|escreveu)\s?:\s*$/i

/**
 * Where the quoted text at the end begins: our own line "reply above", a mail program's separator or header block, "On …
 * wrote:", or a run of `>`; null when nothing is quoted, or when everything is. Answers written between quotes hide nothing.
 */
export function quoteStart(text: string): number | null {
  const lines = linesOf(text)
  const found = [
    markerAt(lines),
    separatorAt(lines),
    fieldsAt(lines),
    wroteAt(lines),
    trailingAt(lines),
    byParser(text),
  ]
  const starts = found.filter((at): at is number => at !== null)
  if (starts.length === 0) return null
  const at = withAttribution(lines, Math.min(...starts))
  return text.slice(0, at).trim() === '' ? null : at
}

type Line = { at: number; words: string }

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let at = 0; at <= text.length && lines.length < 20_000; ) {
    const end = text.indexOf('\n', at)
    const words = end < 0 ? text.slice(at) : text.slice(at, end)
    lines.push({ at, words })
    at += words.length + 1
  }
  return lines
}

const first = (lines: Line[], fits: (line: Line, at: number) => boolean): number | null => lines.find(fits)?.at ?? null
const isQuoted = (words: string) => words.startsWith('>')
const isBlank = (words: string) => words.trim() === ''

const markerAt = (lines: Line[]) => first(lines, ({ words }) => words.length < 200 && marker.test(words))
const separatorAt = (lines: Line[]) => first(lines, ({ words }) => words.length < 120 && separator.test(words))

// Outlook's block: at least three of From, Sent, To, Subject within five lines.
const fieldsAt = (lines: Line[]) =>
  first(lines, ({ words }, at) => {
    if (!/^[>\s*]*(de|from)\s?\*?:/i.test(words) || !field.test(words)) return false
    return lines.slice(at, at + 5).filter((line) => field.test(line.words)).length >= 3
  })

// "On … wrote:", over three lines at most; what follows is quoted to the end, or has no mark of quoting at all.
const wroteAt = (lines: Line[]) =>
  first(lines, (_, at) => {
    const span = [1, 2, 3].find((count) => attributes(lines.slice(at, at + count)))
    if (!span) return false
    const rest = lines.slice(at + span).filter(({ words }) => !isBlank(words))
    return rest.length > 0 && (rest.every(({ words }) => isQuoted(words)) || !rest.some(({ words }) => isQuoted(words)))
  })

const attributes = (lines: Line[]): boolean => {
  if (lines.some(({ words }) => words.length > 300 || isBlank(words))) return false
  const words = lines.map((line) => line.words).join(' ')
  return (wrote.test(words) && /\d|@/.test(words)) || wroteAlone.test(words)
}

function trailingAt(lines: Line[]): number | null {
  let start: number | null = null
  for (const { at, words } of [...lines].reverse()) {
    if (isBlank(words)) continue
    if (!isQuoted(words)) break
    start = at
  }
  return start
}

// The lines "On … wrote:" or "____" just above belong to the quote.
function withAttribution(lines: Line[], at: number): number {
  const above = lines.filter((line) => line.at < at && !isBlank(line.words)).slice(-3)
  for (const count of [3, 2, 1]) {
    const [begin] = above.slice(-count)
    if (begin && above.length >= count && attributes(above.slice(-count))) return begin.at
  }
  const last = above.at(-1)
  return last && /^[_-]{8,}$/.test(last.words.trim()) ? last.at : at
}
