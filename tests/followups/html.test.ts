import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import { framePolicy } from '@/lib/followups/html/page'
import { cleanHtml } from '@/lib/followups/html/sanitize'
import { plainStyle } from '@/lib/followups/html/style'
import { attacks } from './xss-corpus'

const clean = (html: string, images = false) => cleanHtml(html, { images, inline: () => null })
const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='

const safeTags =
  /^(?:a|abbr|address|article|aside|b|bdi|bdo|big|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|dfn|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|i|img|ins|kbd|li|main|mark|nav|ol|p|pre|q|s|samp|section|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|wbr)$/
const safeAttributes =
  /^(?:align|valign|bgcolor|width|height|dir|lang|style|title|href|target|rel|src|alt|border|cellpadding|cellspacing|colspan|rowspan|nowrap|scope|color|face|size|start|type|reversed|span)$/

/** What of some HTML could do harm, as a parser sees it. */
function harmIn(html: string): string[] {
  const harm: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!safeTags.test(name)) harm.push(`<${name}>`)
      for (const [key, value] of Object.entries(attributes)) {
        if (!safeAttributes.test(key)) harm.push(key)
        if (key === 'href' && !/^(?:https?:\/\/|mailto:|tel:)/i.test(value)) harm.push(`href=${value}`)
        if (key === 'src' && !/^(?:https?:\/\/|data:image\/(?:png|jpeg|gif|webp);base64,)/i.test(value))
          harm.push(`src=${value}`)
        if (key === 'style' && /url|expression|position|binding|behavior|import|\\|image-set/i.test(value))
          harm.push(`style=${value}`)
      }
      if (name === 'a' && attributes.href && (attributes.target !== '_blank' || !/noopener/.test(attributes.rel ?? '')))
        harm.push('a')
    },
    oncomment: (text) => harm.push(`<!--${text}`),
    onprocessinginstruction: (name) => harm.push(name),
  })
  parser.write(html)
  parser.end()
  return harm
}

test(`nothing that could do harm is left of ${attacks.length} attacks, nor of their remains cleaned again`, () => {
  expect(attacks.length).toBeGreaterThanOrEqual(80)
  for (const attack of attacks) {
    for (const images of [false, true]) {
      const { html } = clean(attack, images)
      expect(harmIn(html), `${attack} → ${html}`).toEqual([])
      expect(clean(html, images).html, attack).toBe(html)
    }
  }
})

test('what a mail is made of stays: words, tables, colours, links and its own pictures', () => {
  const mail = `<table width="600" border="0"><tr><td style="color:#333;padding:4px 8px" align="center"><b>Hola</b></td></tr></table>
    <p>Vea <a href="https://tienda.mx/pedido?id=1&amp;x=2" title="Pedido">su pedido</a> o <a href="mailto:a@b.mx">escriba</a></p>
    <blockquote>antes</blockquote><ul><li>uno</li></ul><img src="cid:foto@x" alt="Foto" width="10"><hr>`
  const { html } = cleanHtml(mail, { images: false, inline: (id) => (id === 'foto@x' ? pixel : null) })
  for (const kept of [
    '<b>Hola</b>',
    'color:#333;padding:4px 8px',
    'href="https://tienda.mx/pedido?id=1&amp;x=2"',
    'mailto:a@b.mx',
    '<blockquote>antes',
    '<li>uno',
    `src="${pixel}"`,
    'alt="Foto"',
    'rel="noopener noreferrer nofollow"',
  ])
    expect(html).toContain(kept)
})

test('remote pictures are counted and left out until they are asked for; then only those of the web', () => {
  const mail = '<img src="https://a.test/1.png"><img src="http://a.test/2.png"><img src="ftp://a.test/3.png"><p>x</p>'
  expect(clean(mail)).toEqual({ html: '<p>x</p>', blocked: 2 })
  const asked = clean(mail, true)
  expect(asked.blocked).toBe(0)
  expect(asked.html.match(/<img/g)).toHaveLength(2)
})

test('pictures within the mail stand in it up to two megabytes in all', () => {
  const large = `data:image/png;base64,${'A'.repeat(1_500_000)}`
  const { html } = cleanHtml('<img src="cid:a"><img src="cid:b">', { images: false, inline: () => large })
  expect(html.match(/<img/g)).toHaveLength(1)
})

test('a mail built to be slow is cleaned in time', () => {
  const hostile = [
    '<div>'.repeat(60_000),
    '<a href="x">'.repeat(40_000),
    `<p style="${'color:red;'.repeat(100_000)}">x</p>`,
    '<'.repeat(500_000),
    `<p ${'a="b" '.repeat(100_000)}>`,
    '<table><tr><td>'.repeat(20_000),
    `<img src="${' '.repeat(400_000)}">`,
  ]
  for (const html of hostile) {
    const began = performance.now()
    clean(html)
    expect(performance.now() - began, html.slice(0, 20)).toBeLessThan(3_000)
  }
})

test('styles keep what they say of looks and nothing else', () => {
  expect(plainStyle('color:red;font-size:12px;POSITION:fixed;margin:-4px;padding:4px')).toBe(
    'color:red;font-size:12px;padding:4px',
  )
  expect(plainStyle('color:rgb(1,2,3);width:calc(1px);background:var(--x)')).toBe('color:rgb(1,2,3)')
  expect(plainStyle('color:red;x:url(y)')).toBe('color:red')
  expect(plainStyle('color:\\72 ed')).toBe('')
})

test('the frame runs nothing, fetches nothing and is framed by us alone', () => {
  const policy = framePolicy(false)
  for (const part of [
    'sandbox allow-popups allow-popups-to-escape-sandbox',
    "default-src 'none'",
    'img-src data:',
    "frame-ancestors 'self'",
  ])
    expect(policy).toContain(part)
  expect(policy).not.toMatch(/allow-scripts|allow-same-origin|https:/)
  expect(framePolicy(true)).toContain('img-src data: https: http:')
})
