import type { CaseDoor } from '@/lib/doors'
import { type Formatter, translator } from '@/lib/i18n'
import { attributes, type Html, html } from './html'
import { scoreShape } from './score'

type Step = CaseDoor['steps'][number]

/** The loop in whole sentences, one under the other: what was, whose turn it is, what comes. */
export function loop(door: CaseDoor, format: Formatter, now: Date): Html {
  const t = translator(format.place.locale)
  const here = door.steps.findIndex(({ state }) => state === 'now')
  const step = here < 0 ? door.steps.filter(({ state }) => state === 'done').length : here + 1
  const items = door.steps.map((one) => {
    const [label, hint] = wordsOf(one, door, format, now)
    const score = one.score ? html`<span class="end">${scoreShape(one.score.value)}</span>` : null
    const current = one.state === 'now' ? 'step' : null
    return html`<li${attributes({ 'data-s': one.state, class: score ? 'scored' : null, 'aria-current': current })}>${score}<span class="lb">${label}</span>${hint ? html`<span class="wh">${hint}</span>` : null}</li>`
  })
  return html`<ol class="loop" aria-label="${t('case.loop.label', { step })}">${items}</ol>`
}

function wordsOf(step: Step, door: CaseDoor, format: Formatter, now: Date): [string, string | null] {
  const t = translator(format.place.locale)
  const at = step.at ? format.near(step.at, now) : null
  const { state } = step
  switch (step.name) {
    case 'response':
      return [
        step.score ? t('case.loop.gave', { score: step.score.value }) : t('case.loop.wrote'),
        step.at ? format.longDay(step.at) : null,
      ]
    case 'contact':
      if (state === 'done') return [t('case.loop.contactDone', { name: firstName(door.assignee) ?? door.team }), at]
      if (state === 'stop') return [t('case.loop.contactStop'), null]
      return [
        t('case.loop.contact'),
        door.replyBy
          ? t('case.loop.contactBy', { day: format.longDay(door.replyBy), time: format.time(door.replyBy) })
          : t('case.loop.contactSoon'),
      ]
    case 'solution':
      if (state === 'stop') return [t('case.loop.solutionStop'), null]
      return [t('case.loop.solution'), state === 'now' ? t('case.loop.solutionNow') : at]
    case 'again':
      if (state === 'stop') return [t('case.loop.againStop'), null]
      return [t('case.loop.again'), state === 'now' ? t('case.loop.againSoon') : at]
    case 'verdict':
      if (step.score) return [t('case.loop.gave', { score: step.score.value }), at]
      if (door.verdictPath) return [t('case.loop.againYours'), t('case.loop.againNow')]
      return state === 'stop'
        ? [t('case.loop.verdictStop'), null]
        : [t('case.loop.verdict'), t('case.loop.verdictHint')]
  }
}

/** "Mariana" of "Mariana Ortega". */
export const firstName = (name: string | null): string | null => name?.trim().split(/\s+/)[0] || null
