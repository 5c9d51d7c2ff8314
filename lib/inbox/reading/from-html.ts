import { blankPage } from './blank-page'
import { unescaped } from './entities'

const quoted =
  /gmail_quote|gmail_attr|gmail_extra|divRplyFwdMsg|appendonsend|moz-cite-prefix|protonmail_quote|yahoo_quoted|zmail_extra|OLK_SRC_BODY_SECTION|isForwardContent|mail-editor-reference-message|ymail_quoted|outlook_quote|x_divRplyFwdMsg|_reply_break/i
const cited = /\btype\s*=\s*["']?cite/i
const silent = /^(script|style|head|title|template|noscript|object|svg|math|select|textarea)$/
const apart =
  /^(p|div|section|article|header|footer|table|tr|ul|ol|h[1-6]|pre|blockquote|hr|form|dl|dt|dd|address|center)$/
const tag = /<(?:!--[\s\S]*?(?:-->|$)|[!?][^>]*>|(\/?)([a-zA-Z][a-zA-Z0-9:]{0,20})((?:[^<>"']|"[^"]*"|'[^']*')*)>)/y

/**
 * The words of an HTML mail, links kept readable, and where in them its own mark of quoted text stands. For people to read
 * and search: what is shown as HTML is made elsewhere.
 */
export function fromHtml(html: string): { text: string; quoteAt: number | null } {
  const page = blankPage()
  let quoteLine: number | null = null
  let skipping: string | null = null
  let link: { href: string; line: number; from: number } | null = null
  for (const { words, closing, name, attributes } of tokens(html)) {
    if (skipping) {
      if (closing && name === skipping) skipping = null
      continue
    }
    if (words !== undefined) {
      page.write(unescaped(words).replace(/[ \t\r\n\u00a0]+/g, ' '))
      continue
    }
    if (!closing && silent.test(name)) {
      skipping = name
      continue
    }
    if (!closing && quoteLine === null && marksQuote(name, attributes)) quoteLine = page.apart(false)
    if (name === 'br') page.end()
    else if (name === 'li' && !closing) {
      page.apart(false)
      page.write('- ')
    } else if (name === 'td' || name === 'th') page.write(' ')
    else if (apart.test(name)) page.apart(/^(p|blockquote|h[1-6])$/.test(name))
    else if (name === 'img') page.write(unescaped(attribute(attributes, 'alt')).trim())
    else if (name === 'a') {
      if (closing && link) page.write(address(link.href, page.since(link)))
      link = closing ? null : { href: unescaped(attribute(attributes, 'href')).trim(), ...page.place() }
    }
  }
  return page.whole(quoteLine)
}

const marksQuote = (name: string, attributes: string): boolean =>
  quoted.test(attributes) || (name === 'blockquote' && cited.test(attributes))

type Token = { words?: string; closing: boolean; name: string; attributes: string }

function* tokens(html: string): Generator<Token> {
  for (let at = 0; at < html.length; ) {
    const next = html.indexOf('<', at)
    if (next < 0) return yield wordsOf(html.slice(at))
    if (next > at) yield wordsOf(html.slice(at, next))
    tag.lastIndex = next
    const found = tag.exec(html)
    if (!found) {
      yield wordsOf('<')
      at = next + 1
      continue
    }
    const [whole, slash, name, attributes = ''] = found
    if (name) yield { closing: slash === '/', name: name.toLowerCase(), attributes }
    at = next + whole.length
  }
}

const wordsOf = (words: string): Token => ({ words, closing: false, name: '', attributes: '' })

const attribute = (attributes: string, name: string): string => {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(attributes)
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? ''
}

// A link whose words already say where it leads is not said twice.
function address(href: string, said: string): string {
  if (!/^(https?|mailto|tel):/i.test(href) || href.length > 500) return ''
  const bare = href.replace(/^(mailto|tel):/i, '').replace(/^https?:\/\/|\/$/gi, '')
  return said.includes(bare) ? '' : ` <${href}>`
}
