export const messageKinds = ['note', 'reply', 'inbound', 'customer_page', 'letter'] as const
export type MessageKind = (typeof messageKinds)[number]
