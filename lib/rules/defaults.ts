import { RuleInput } from './shared'

type Locale = 'es' | 'en'
type Draft = { slug: string; rule: RuleInput }

/**
 * The rules that a new company begins with, in their order: danger to health first, then threats to go public, every
 * detractor to the team that owns the touchpoint, and questions of people who may be answered. Nobody else gets a ticket.
 */
export const defaultRules = (locale: Locale): Draft[] =>
  drafts.map(({ slug, names, ...rest }) => ({ slug, rule: RuleInput.parse({ ...rest, names, name: names[locale] }) }))

const open = (priority: 'urgent' | 'by_score' | 'low') => ({
  do: 'open',
  priority,
  team: 'owner',
  assignee: { by: 'none' },
  slaPolicy: null,
})

const phrases = (...lines: string[]): string[] => lines.flatMap((line) => line.split(', '))

const danger = phrases(
  'me enfermé, nos enfermamos, se enfermó, intoxic*, intoxiqu*, envenen*, alergia, reacción alérgica, hospital, urgencias',
  'ambulancia, accidente, lesion*, lesión, herid*, quemadura*, me quemé, descarga eléctrica, incendio, fuga de gas, peligroso',
  'peligrosa, caducado, caducada, echado a perder',
  'got sick, food poisoning, poisoned, allergic, emergency room, ambulance, injur*, burned me, electric shock, caught fire',
  'gas leak, dangerous, unsafe',
)

const publicity = phrases(
  'Profeco, Condusef, demanda, demandar, demandaré, demandarlos, denuncia, denunciar, denunciaré, denunciarlos, abogado',
  'abogada, abogados, fraude, estafa, publicarlo, en mis redes, noticiero, la prensa, periodista, ministerio público',
  'lawyer, attorney, lawsuit, sue you, legal action, fraud, scam, post about this, the press, going public',
  'consumer protection, ombudsman, report you',
)

const drafts = [
  {
    slug: 'riesgo-para-la-salud',
    names: { es: 'Riesgo para la salud o la seguridad', en: 'Danger to health or safety' },
    conditions: { score: { min: 0, max: 8 }, words: { anyOf: danger } },
    action: open('urgent'),
  },
  {
    slug: 'amenaza-de-denuncia',
    names: { es: 'Amenaza con denunciar o hacerlo público', en: 'Threatens to report us or go public' },
    conditions: { category: { anyOf: ['detractor'] }, words: { anyOf: publicity } },
    action: open('urgent'),
  },
  {
    slug: 'detractores',
    names: { es: 'Detractores, al equipo responsable', en: 'Detractors, to the team in charge' },
    conditions: { category: { anyOf: ['detractor'] } },
    action: open('by_score'),
  },
  {
    slug: 'preguntas',
    names: { es: 'Preguntas que se pueden contestar', en: 'Questions that can be answered' },
    conditions: { commentType: { anyOf: ['question'] }, contactAllowed: true },
    action: open('low'),
  },
]
