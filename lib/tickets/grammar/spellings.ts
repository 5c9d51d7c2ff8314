import type { FieldName } from './fields'

// What people type, folded, and what it is called: Spanish names and other words for the same.
const names: Record<string, FieldName> = {
  ...{ estado: 'status', estatus: 'status', state: 'status', paso: 'stage', etapa: 'stage', ciclo: 'stage' },
  ...{ loop: 'stage', puntaje: 'score', calificacion: 'score', nota: 'score', puntuacion: 'score' },
  ...{ banda: 'band', categoria: 'band', category: 'band', punto: 'touchpoint', 'punto-de-contacto': 'touchpoint' },
  ...{ 'etapa-viaje': 'journey-stage', 'etapa-del-viaje': 'journey-stage', viaje: 'journey-stage' },
  ...{ journey: 'journey-stage', encuesta: 'survey', canal: 'channel', equipo: 'team', responsable: 'owner' },
  ...{ dueno: 'owner', duena: 'owner', agente: 'owner', assignee: 'owner', asignado: 'owner', etiqueta: 'tag' },
  ...{ causa: 'cause', rootcause: 'cause', 'root-cause': 'cause', plazo: 'sla', contacto: 'contact' },
  ...{ segmento: 'segment', valor: 'value', idioma: 'language', lengua: 'language', prioridad: 'priority' },
  ...{ creado: 'created', recibido: 'created', received: 'created', hablo: 'spoke', mensaje: 'spoke' },
  ...{ vence: 'due', vencimiento: 'due', comentario: 'comment', dice: 'comment', cliente: 'customer' },
} satisfies Record<string, FieldName>

// `is:` also says what other fields say: a flag, or a field and its values.
const flags: Record<string, string> = {
  ...{ vencido: 'overdue', vencida: 'overdue', atrasado: 'overdue', late: 'overdue', 'sin-leer': 'unread' },
  ...{ 'no-leido': 'unread', pospuesto: 'snoozed', pospuesta: 'snoozed', dormido: 'snoozed', mio: 'mine', mia: 'mine' },
  ...{ 'sin-asignar': 'unassigned', libre: 'unassigned', escalado: 'escalated', escalada: 'escalated' },
  ...{ reabierto: 'reopened', reabierta: 'reopened', atencion: 'attention', seguido: 'watched', observado: 'watched' },
  ...{ mencionado: 'mentioned', mencionada: 'mentioned', repetido: 'repeat', reincidente: 'repeat' },
  ...{ open: 'status:open', abierto: 'status:open', closed: 'status:closed', cerrado: 'status:closed' },
  ...{ resolved: 'status:resolved', resuelto: 'status:resolved', new: 'status:new', nuevo: 'status:new' },
  ...{ breaching: 'sla:late,soon', 'por-vencer': 'sla:soon', detractor: 'band:detractor' },
}

const values: Partial<Record<FieldName, Record<string, string>>> = {
  status: {
    ...{ abierto: 'open', abiertos: 'open', nuevo: 'new', asignado: 'assigned', 'en-proceso': 'in_progress' },
    ...{ 'in-progress': 'in_progress', waiting: 'waiting_customer', 'en-espera': 'waiting_customer' },
    ...{ 'waiting-customer': 'waiting_customer', 'waiting-third-party': 'waiting_third_party' },
    ...{ terceros: 'waiting_third_party', resuelto: 'resolved', cerrado: 'closed', descartado: 'discarded' },
  },
  stage: { contacto: 'contact', solucion: 'solution', preguntar: 'asking', veredicto: 'verdict', terminado: 'ended' },
  band: { pasivo: 'passive', promotor: 'promoter' },
  priority: { urgente: 'urgent', alta: 'high', media: 'normal', baja: 'low' },
  sla: { vencido: 'late', 'por-vencer': 'soon', pausado: 'paused', 'en-pausa': 'paused', cumplido: 'met' },
  contact: { si: 'yes', allowed: 'yes', declined: 'no', inubicable: 'unreachable' },
  channel: { correo: 'email', tienda: 'store', telefono: 'phone', otro: 'other', 'sitio-web': 'web' },
  language: { espanol: 'es', ingles: 'en' },
  owner: { yo: 'me', mi: 'me', nadie: 'none' },
}

const days: Record<string, string> = { hoy: 'today', ayer: 'yesterday', manana: 'tomorrow', ahora: 'now' }

const own = <T>(table: Record<string, T> | undefined, word: string): T | undefined =>
  table && Object.hasOwn(table, word) ? table[word] : undefined

/** The field that a folded word means, or the word as it is. */
export const nameMeant = (word: string): string => own(names, word) ?? word

/** The flag, or the `field:values`, that a folded word after `is:` means. */
export const flagMeant = (word: string): string => own(flags, word) ?? word

/** The code that a folded word means in a field. */
export const valueMeant = (field: FieldName, word: string): string => own(values[field], word) ?? word

/** The day that a folded word means. */
export const dayMeant = (word: string): string => own(days, word) ?? word

/** Words for nothing and for anything, in both languages. */
export const lackMeant = (word: string): 'none' | 'any' | null =>
  ['none', 'ninguno', 'ninguna', 'vacio', 'empty'].includes(word)
    ? 'none'
    : ['any', 'alguno', 'alguna', 'cualquiera'].includes(word)
      ? 'any'
      : null
