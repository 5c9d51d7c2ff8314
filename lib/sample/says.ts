import { type Dice, happens, pick, whole } from './chance'
import company from './data/company.json'
import frame from './data/frame.es.json'
import english from './data/says.en.json'
import spanish from './data/says.es.json'

type Band = 'detractor' | 'passive' | 'promoter'
type Lines = Record<string, string[] | undefined>
type Said = { place: string; cause: string | null; band: Band; language: 'es' | 'en' }

/** A comment that a customer may have written; no two of them alike in all parts. Null when nothing was written. */
export function comment(roll: Dice, said: Said, used: Set<string>): string | null {
  if (!happens(roll, { detractor: 0.78, passive: 0.5, promoter: 0.55 }[said.band])) return null
  for (let turn = 0; turn < 12; turn++) {
    const text = fill(roll, said.language === 'en' ? inEnglish(roll, said) : inSpanish(roll, said), said.language)
    if (used.has(text)) continue
    used.add(text)
    return text
  }
  return null
}

function inSpanish(roll: Dice, { place, cause, band }: Said): string {
  const own = (spanish as Record<string, Lines>)[place] ?? {}
  const lines = (band === 'passive' ? own[''] : own[cause ?? '']) ?? []
  const core = lines.length > 0 ? pick(roll, lines) : ''
  if (band === 'detractor' && core && happens(roll, 0.035)) return pick(roll, frame.long).replace('{core}', core)
  return sentence(pick(roll, frame[band].before), core, pick(roll, frame[band].after))
}

function inEnglish(roll: Dice, { place, band }: Said): string {
  const own = english[band] as Lines
  return sentence(
    pick(roll, own.before ?? ['']),
    pick(roll, own[place] ?? own.any ?? ['']),
    pick(roll, own.after ?? ['']),
  )
}

const sentence = (...parts: string[]) => parts.filter(Boolean).join(' ')

const weekdays = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado']
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

function fill(roll: Dice, text: string, language: Said['language']): string {
  const english = language === 'en'
  const product = pick(roll, company.products)
  const long = whole(roll, 4, 12)
  const values: Record<string, string> = {
    p: product,
    P: product.charAt(0).toUpperCase() + product.slice(1),
    q: pick(roll, company.englishProducts),
    n: String(whole(roll, 2, 5)),
    dias: String(long),
    dias2: String(long + whole(roll, 3, 14)),
    dia: english ? pick(roll, days) : `el ${pick(roll, weekdays)}`,
    hora: `las ${pick(roll, ['9', '10', '11', '12', '4', '5', '6'])}`,
    monto: `$${whole(roll, 2, 38)}${pick(roll, ['40', '90', '50', '85'])}`,
    tienda: pick(roll, company.stores),
  }
  // «el» before a day that has it already («para el {dia}») would say it twice.
  return text
    .replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
    .replace(/\b([Ee])l el /g, '$1l ')
    .replace(/\bde el /g, 'del ')
}
