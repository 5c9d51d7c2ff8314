import sanitize from 'sanitize-html'
import { plainStyle } from './style'

/** Raised whenever what is let through changes: a shown mail says by which rules it was cleaned. */
export const sanitizerVersion = 1

/** What a mail's HTML may show, and what it asked for in vain. */
export type Clean = { html: string; blocked: number }
/** Gives a picture of the mail itself as a `data:` address, or null. */
export type Inline = (contentId: string) => string | null

const longest = 1_500_000
const deepest = 60
const tags = `a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn
  div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp
  section small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var wbr`.split(/\s+/)
const hidden = `script style title head meta link base noscript noembed noframes template textarea option select button
  svg math iframe object embed applet audio video canvas xmp plaintext listing frameset frame`.split(/\s+/)
const layout = ['align', 'valign', 'bgcolor', 'width', 'height', 'dir', 'lang', 'style', 'title']
const picture = /^data:image\/(?:png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]*$/i
const remote = /^https?:\/\//i
/** Of all pictures of one mail that stand in it as data. */
export const mostInline = 2 * 1024 * 1024

/**
 * A stranger's HTML with only what cannot do harm: an allow-list of tags, attributes and styles; no scripts, forms, frames,
 * handlers, ids, classes, remote style sheets; links lead to the web, a mailbox or a telephone, in a window of their own.
 * Remote pictures are left out and counted unless `images`. Pure.
 */
export function cleanHtml(html: string, { images, inline }: { images: boolean; inline: Inline }): Clean {
  let blocked = 0
  let room = mostInline
  const source = (given: string): string | null => {
    const address = plainAddress(given)
    const data = /^cid:/i.test(address) ? inline(contentIdOf(address)) : picture.test(address) ? address : null
    if (data) {
      room -= data.length
      return room >= 0 ? data : null
    }
    if (!remote.test(address)) return null
    if (images) return address
    blocked++
    return null
  }
  const cleaned = sanitize(html.slice(0, longest), {
    allowedTags: tags,
    allowedAttributes: {
      '*': layout,
      a: ['href', 'target', 'rel'],
      img: ['src', 'alt', 'border'],
      table: ['border', 'cellpadding', 'cellspacing'],
      td: ['colspan', 'rowspan', 'nowrap'],
      th: ['colspan', 'rowspan', 'nowrap', 'scope'],
      font: ['color', 'face', 'size'],
      ol: ['start', 'type', 'reversed'],
      ul: ['type'],
      col: ['span'],
      colgroup: ['span'],
      bdo: ['dir'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    allowedSchemesAppliedToAttributes: ['href', 'src'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nonTextTags: hidden,
    nestingLimit: deepest,
    parseStyleAttributes: false,
    transformTags: {
      a: (tagName, { href, ...rest }) => ({ tagName, attribs: linked(href, rest) }),
      img: (tagName, { src, ...rest }) => ({ tagName, attribs: { ...rest, ...sourced(source(src ?? '')) } }),
      '*': (tagName, attribs) => ({ tagName, attribs: styled(attribs) }),
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs.src,
  })
  return { html: cleaned, blocked }
}

function linked(href: string | undefined, rest: Record<string, string>): Record<string, string> {
  const address = plainAddress(href ?? '')
  const leads = /^(?:https?:\/\/|mailto:|tel:)/i.test(address)
  const bare = without(rest)
  return leads ? { ...bare, href: address, target: '_blank', rel: 'noopener noreferrer nofollow' } : bare
}

const without = ({ target: _, rel: _rel, ...rest }: Record<string, string>) => rest
const sourced = (src: string | null): Record<string, string> => (src ? { src } : {})

function styled({ style, ...rest }: Record<string, string>): Record<string, string> {
  const plain = style ? plainStyle(style) : ''
  return plain ? { ...rest, style: plain } : rest
}

// Browsers drop such characters inside a scheme: `java\nscript:` is one to them.
const plainAddress = (address: string): string =>
  address
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, '')
    .trim()
    .replace(/\s/g, '%20')

function contentIdOf(address: string): string {
  const id = address.slice(4)
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
