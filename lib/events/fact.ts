/** What happened: who, to what, with ids, codes, numbers and instants; never a customer's words or identity. */
export type Fact = {
  kind: string
  subject: {
    kind:
      | 'ticket'
      | 'response'
      | 'customer'
      | 'survey'
      | 'invitation'
      | 'user'
      | 'team'
      | 'journey'
      | 'rule'
      | 'letter'
      | 'organization'
      | 'import'
      | 'key'
    id: string
  }
  actor: Author
  payload?: Record<string, unknown>
  /** What led to this one: another event, or a bulk run. */
  cause?: string
  /** Others listen to this: rules, webhooks, notices. One dispatch job goes with the list. */
  announced?: boolean
}

export type Author = { kind: 'user' | 'key' | 'customer' | 'system'; id: string | null }

/** The house itself, by the name of the room that acts. */
export const system = (room: string): Author => ({ kind: 'system', id: room })
