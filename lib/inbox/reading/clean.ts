// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go.
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g
// Everything but tab and line feed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go.
const inText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
const turning = /[\u202a-\u202e\u2066-\u2069]/g
const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

// Node 20 reads windows-1252 as Latin-1: its quotes, dashes and euro sign come out as these control characters.
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
/** What stands where windows-1252 was read as Latin-1. */
export const fromLatin = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (one) => windows.charAt(one.charCodeAt(0) - 0x80))

/** One line of a header, at most `length` characters: no CR, LF, NUL or other control character, no lone surrogate. */
export const line = (text: string, length: number): string =>
  fromLatin(cut(text, length * 4))
    .replace(lone, '\ufffd')
    .replace(controls, ' ')
    .replace(turning, '')
    .trim()
    .slice(0, length)

/** Words of several lines: LF only, no control character but tab. */
export const words = (text: string): string =>
  fromLatin(text)
    .replace(/\r\n?/g, '\n')
    .replace(lone, '\ufffd')
    .replace(inText, '')
    .split('\n')
    .map((row) => row.trimEnd())
    .join('\n')
    .trimEnd()

/** A name to show: the last part of whatever path it pretends to be, nothing that turns or hides its end. */
export function fileName(given: string, at: number, mediaType: string): string {
  const base =
    line(given, 1_000)
      .replace(/[\u200b-\u200f\ufeff]/g, '')
      .split(/[/\\]/)
      .at(-1) ?? ''
  const name = base.replace(/[<>:"|?*]/g, '_').replace(/^[.\s]+|[.\s]+$/g, '')
  if (!name) return `${at + 1}.${/^[a-z0-9]{1,8}$/.exec(mediaType.split('/')[1] ?? '')?.[0] ?? 'bin'}`
  if (name.length <= longestName) return name
  const end = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? ''
  return name.slice(0, longestName - end.length) + end
}

const longestName = 200
const cut = (text: string, length: number) => (text.length > length ? text.slice(0, length) : text)
