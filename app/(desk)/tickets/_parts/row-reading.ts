import type { Translate } from '@/lib/i18n'
import type { QueueRow } from '@/lib/tickets'
import type { RowView } from './row-view'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** "3, Detractor. Llegó tarde otra vez. Ana Ruiz. Punto de contacto Entrega. Sin responsable. Vence en 3 horas. Sin leer." */
export function readingOf(
  { score, words, customer, touchpoint, owner, flags, due, unread }: Omit<RowView, 'reading'>,
  { clock, outcome, status }: Pick<QueueRow, 'clock' | 'outcome' | 'status'>,
  t: Translate,
  now: Date,
): string {
  const ticks = !outcome && status !== 'resolved' && clock?.dueAt && clock.state !== 'paused' ? clock.dueAt : null
  const parts = [
    score && `${score.value}, ${score.word}`,
    words,
    customer?.name,
    touchpoint && t('desk.reading.touchpoint', { name: touchpoint.name }),
    owner ? t('desk.reading.owner', { name: owner.name }) : t('desk.reading.nobody'),
    ...flags.map((flag) => flag.text),
    ticks ? spelled(ticks.getTime() - now.getTime(), t) : due && capital(due.text),
    unread && t('desk.reading.unread'),
  ]
  return `${parts.flatMap((part) => (part ? part.replace(/[.\s]+$/, '') : [])).join('. ')}.`
}

function spelled(left: number, t: Translate) {
  const spent = Math.abs(left)
  const [unit, size] =
    spent < hour
      ? (['minutes', minute] as const)
      : spent < 2 * day
        ? (['hours', hour] as const)
        : (['days', day] as const)
  const time = t(`desk.reading.${unit}`, { n: Math.max(1, Math.round(spent / size)) })
  return t(left < 0 ? 'desk.reading.late' : 'desk.reading.due', { time })
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
