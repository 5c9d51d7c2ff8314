import type { Block, Link, LoopStep, Sheet } from './paper'

const face = "font-family:Geist,Inter,'Segoe UI',Helvetica,Arial,sans-serif"
const ink = '#1a1b1e'
const soft = '#4d5056'
const faint = '#65686f'
const accent = '#3145cf'
const accentText = '#2c3ec0'
const line = '#e6e6e2'
const bands = {
  detractor: ['▼', '#a23118'],
  passive: ['■', '#4d5056'],
  promoter: ['▲', '#0a626b'],
} as const

/** The html part: one column of 600 pixels, values inline, light in every mailbox, nothing fetched from anywhere. */
export function paperHtml(sheet: Sheet): string {
  const subject = safe(sheet.subject)
  const rows = [
    cell(safe(sheet.brand), `padding:28px 36px 0;font-size:18px;line-height:24px;font-weight:600;color:${ink}`),
    ...sheet.blocks.map((block, at) => blockHtml(block, at)),
    ...(sheet.loop ? [loopHtml(sheet.loop)] : []),
    cell(
      sheet.about ? `${safe(sheet.about.text)} · ${anchor(sheet.about.link, accentText)}` : '&nbsp;',
      `padding:${sheet.about ? 6 : 0}px 36px 28px;font-size:13px;line-height:20px;color:${faint}`,
    ),
  ]
  const footer = `${safe(sheet.footer.text)}${sheet.footer.link ? ` ${anchor(sheet.footer.link, soft)}` : ''}`
  return `<!doctype html>
<html lang="${safe(sheet.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="supported-color-schemes" content="light">
<title>${subject}</title>
<style>:root { color-scheme: light; } @media (max-width: 480px) { .px { padding-left: 20px !important; padding-right: 20px !important; } }</style>
</head>
<body style="margin:0;background:#f6f6f4">
<div style="display:none;max-height:0;overflow:hidden">${safe(sheet.preheader)}</div>
<div role="article" aria-label="${subject}" lang="${safe(sheet.language)}">${table('100%', 'background:#f6f6f4', '<td align="center" style="padding:32px 12px">')}
${table('600', `max-width:600px;width:100%;background:#ffffff;border:1px solid ${line};border-radius:10px`)}
${rows.join('\n')}
</table>
${table('600', 'max-width:600px;width:100%')}
${cell(footer, `padding:16px 36px;font-size:13px;line-height:20px;color:${faint}`)}
</table>
</td></tr></table></div>
</body>
</html>
`
}

function blockHtml(block: Block, at: number): string {
  const top = at === 0 ? 28 : 14
  const body = `font-size:16px;line-height:26px;color:${ink}`
  switch (block.kind) {
    case 'text':
      return block.text
        .split(/\n{2,}/)
        .map((one, nth) => cell(lines(one), `padding:${nth === 0 ? top : 14}px 36px 0;${body}`))
        .join('\n')
    case 'heading':
      return cell(
        safe(block.text),
        `padding:28px 36px 0;font-size:22px;line-height:32px;font-weight:600;letter-spacing:-.012em;color:${ink}`,
      )
    case 'quote':
      return row(
        'padding:18px 36px 4px',
        `<div style="${face};border-left:3px solid ${line};padding-left:16px;${body}">${lines(block.text)}</div>`,
      )
    case 'button':
      return row('padding:24px 36px 0', button(block))
    case 'scale':
      return row('padding:18px 36px 0', scale(block))
    case 'signature':
      return cell(
        `${safe(block.name)}<br><span style="color:${faint};font-size:13px;line-height:20px">${safe(block.line)}</span>`,
        `padding:24px 36px 0;font-size:16px;line-height:24px;color:${ink}`,
      )
  }
}

const button = ({ label, url }: Link) =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td style="background:${accent};border:1px solid ${accent};border-radius:6px"><a href="${safe(url)}" style="${face};display:inline-block;padding:10px 22px;font-size:16px;line-height:22px;font-weight:500;color:#ffffff;text-decoration:none">${safe(label)}</a></td></tr></table>`

/** Two tables side by side, 0–5 and 6–10: on a narrow screen the second stands under the first. */
function scale({ links, low, high, plain }: Extract<Block, { kind: 'scale' }>): string {
  const half = (some: typeof links) =>
    `<table role="presentation" align="left" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 6px"><tr>${some.map(scoreCell).join('')}</tr></table>`
  const ends = `${face};font-size:13px;line-height:20px;color:${faint}`
  return `${half(links.slice(0, 6))}${half(links.slice(6))}<div style="clear:both;${ends}">0: ${safe(low)} · 10: ${safe(high)}</div><div style="${ends}">${anchor(plain, accentText)}</div>`
}

const scoreCell = ({ score, label, url }: Link & { score: number }) =>
  `<td style="padding:0 4px 0 0"><a href="${safe(url)}" aria-label="${safe(label)}" style="${face};display:block;width:41px;line-height:44px;border:1px solid #85888e;border-radius:6px;font-size:16px;font-weight:500;text-align:center;color:${ink};text-decoration:none">${score}</a></td>`

function loopHtml(steps: LoopStep[]): string {
  const parts = steps.map((step, at) => {
    const after = steps[at + 1]
    const mark = after ? (after.state === 'next' ? '╌' : '—') : ''
    return `${stepHtml(step)}${mark ? ` <span style="color:${after?.state === 'next' ? faint : soft}">&nbsp;${mark}&nbsp;</span>` : ''}`
  })
  return row(
    'padding:28px 36px 0',
    `<div style="border-top:1px solid ${line};padding-top:20px"><p style="${face};margin:0;font-size:13px;line-height:24px">${parts.join(' ')}</p></div>`,
  )
}

function stepHtml({ label, state, score }: LoopStep): string {
  const words = safe(label)
  const whole = (color: string, text: string) => `<span style="white-space:nowrap;color:${color}">${text}</span>`
  if (score) {
    const [shape, color] = bands[score.category]
    return whole(
      ink,
      `<span style="color:${color}">${shape}</span>&nbsp;<b style="font-weight:600">${score.value}</b> ${words}`,
    )
  }
  if (state === 'now')
    return whole(accentText, `<span style="color:${accent}">◉</span>&nbsp;<b style="font-weight:600">${words}</b>`)
  if (state === 'done') return whole(ink, `<span style="color:${soft}">●</span>&nbsp;${words}`)
  return whole(faint, `<span style="color:${faint}">${state === 'stop' ? '–' : '◌'}</span>&nbsp;${words}`)
}

const table = (width: string, style: string, inside = '') =>
  `<table role="presentation" width="${width}" cellpadding="0" cellspacing="0" border="0" style="${style}">${inside ? `<tr>${inside}` : ''}`
const row = (style: string, inside: string) => `<tr><td class="px" style="${style}">${inside}</td></tr>`
const cell = (inside: string, style: string) => row(`${face};${style}`, inside)
const anchor = ({ label, url }: Link, color: string) =>
  `<a href="${safe(url)}" style="color:${color};white-space:nowrap">${safe(label)}</a>`
const lines = (text: string) => safe(text).replaceAll('\n', '<br>')

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const safe = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
