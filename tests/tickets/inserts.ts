import { frozen } from '@/db'
import { attachments, inbound, letters, messages, responses } from '@/db/schema'
import { newId } from '@/lib/kit/ids'
import { sha256 } from '@/lib/kit/seal'
import { monday } from './world'

type Row<T extends { $inferInsert: object }> = T['$inferInsert']

/** Rows with what is usual of them already filled in. */
export const insertOf = {
  message: (row: Partial<Row<typeof messages>> & { ticketId: string }) =>
    frozen(messages)({
      ...{ id: newId('message'), kind: 'note', authorKind: 'user', authorId: null, text: 'Nota', visible: false },
      createdAt: monday,
      ...row,
    }),
  letter: (row: Partial<Row<typeof letters>>) =>
    frozen(letters)({
      ...{ id: newId('letter'), kind: 'reply', state: 'sent', toAddress: 'ana@example.com', language: 'es', facts: {} },
      ...{ automatic: false, attempts: 1, resent: false, notBefore: monday, createdAt: monday, updatedAt: monday },
      ...row,
    }),
  inbound: (row: Partial<Row<typeof inbound>>) => {
    const id = row.id ?? newId('inbound')
    return frozen(inbound)({
      ...{ id, source: 'imap', mailbox: 'care', sha256: sha256(id), size: 10, envelopeTo: [], state: 'settled' },
      ...{ kind: 'reply', trail: [], attempts: 1, receivedAt: monday },
      ...row,
    })
  },
  attachment: (row: Partial<Row<typeof attachments>>) => {
    const id = row.id ?? newId('attachment')
    return frozen(attachments)({
      ...{ id, sha256: sha256(id), name: 'foto.jpg', mediaType: 'image/jpeg', size: 10, inline: false },
      createdAt: monday,
      ...row,
    })
  },
  response: (row: Partial<Row<typeof responses>> & { ticketId: string; customerId: string }) =>
    frozen(responses)({
      ...{ id: newId('response'), kind: 'answer', surveyId: 'sur_nps', surveyVersion: 1, score: 2 },
      ...{ category: 'detractor', touchpointId: 'tou_home', channel: 'web', language: 'es', contactAllowed: true },
      ...{ attributes: {}, submittedAt: monday, receivedAt: monday, day: '2026-11-16', history: false, revision: 1 },
      ...row,
    }),
}
