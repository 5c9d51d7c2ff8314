import type { Letter, Message } from '@/lib/mail/message'

const now = new Date('2026-11-20T15:00:00Z')

/** A row of `letters` and its words, without a database. */
export const letter = (its: Partial<Letter> = {}): Letter => ({
  id: 'let_06h00z6jw1rnb69vsparz1aavc',
  kind: 'summary',
  state: 'queued',
  toAddress: 'ana@example.com',
  toName: 'Ana Lucía Ñáñez',
  language: 'es',
  fromName: null,
  ticketId: 'tic_06h00z6jvswfn4ypxr425c581w',
  customerId: null,
  invitationId: null,
  messageRowId: null,
  facts: {},
  subject: null,
  text: null,
  html: null,
  raw: null,
  messageId: null,
  inReplyTo: null,
  automatic: true,
  via: null,
  attempts: 0,
  resent: false,
  answerCode: null,
  error: null,
  notBefore: now,
  createdAt: now,
  updatedAt: now,
  sentAt: null,
  bouncedAt: null,
  bounceStatus: null,
  diagnostic: null,
  ...its,
})
export const message = (its: Partial<Message> = {}): Message => ({
  subject: 'Sobre lo que nos contó',
  text: 'Hola',
  html: '<p>Hola</p>',
  from: 'Casa Lúa',
  unsubscribe: 'https://lazo.mx/u/abc',
  ...its,
})
