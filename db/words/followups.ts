/** `inbound`: a customer's mail. `automatic`: an out-of-office note and the like, which counts as nothing. `bounce`: a letter came back. */
export const messageKinds = ['note', 'reply', 'inbound', 'customer_page', 'letter', 'automatic', 'bounce'] as const
export type MessageKind = (typeof messageKinds)[number]
/** Who sent a mail, seen from its ticket. */
export const standings = ['participant', 'stranger', 'staff'] as const
export type Standing = (typeof standings)[number]
