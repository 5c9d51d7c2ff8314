import type { Block, LoopStep, Sheet } from './paper'

const marks: Record<LoopStep['state'], string> = { done: '●', now: '◉', next: '○', stop: '–' }

/** The plain part: the same words in the same order, links written out. */
export function paperText(sheet: Sheet): string {
  const parts = [
    sheet.brand,
    ...sheet.blocks.map(blockText),
    ...(sheet.loop ? [sheet.loop.map(stepText).join('  ')] : []),
    ...(sheet.about ? [`${sheet.about.text} · ${sheet.about.link.label}: ${sheet.about.link.url}`] : []),
    `-- \n${sheet.footer.text}${sheet.footer.link ? `\n${sheet.footer.link.label}: ${sheet.footer.link.url}` : ''}`,
  ]
  return `${parts.join('\n\n')}\n`
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.text
    case 'heading':
      return block.text
    case 'quote':
      return block.text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n')
    case 'button':
      return `${block.label}:\n${block.url}`
    case 'scale':
      return [
        ...block.links.map(({ score, url }) => `${String(score).padStart(2)}  ${url}`),
        `0 = ${block.low} · 10 = ${block.high}`,
      ].join('\n')
    case 'signature':
      return `${block.name}\n${block.line}`
  }
}

const stepText = ({ label, state, score }: LoopStep) => (score ? `${score.value} ${label}` : `${marks[state]} ${label}`)
