/** Everybody who may stand at a door. `agent` and `lead` belong to the team of the own object, `other` to the foreign one's. */
export const people = [
  'anonymous',
  'admin',
  'manager',
  'lead',
  'agent',
  'other',
  'viewer',
  'ended',
  'disabled',
] as const
export type Person = (typeof people)[number]

/**
 * What somebody meets. `yes`: it opens · `team`: their own team's opens, another's looks like a missing one · `no`: their
 * role never has it · `look`: they see their own team's and still may not, another's looks missing · `in`: they must sign in
 * first · `lead`: what their team answers for, another's is refused in words · `sent`: they are sent on to where they belong.
 */
export type Word = 'yes' | 'team' | 'look' | 'lead' | 'no' | 'in' | 'sent'
export type Row = Record<Person, Word>

/** Whose the named thing is, seen from the team of `lead` and `agent`; `missing` names nothing at all. */
export const whose = ['own', 'foreign', 'missing'] as const
export type Whose = (typeof whose)[number]

/** What the door names: nothing, a thing of the house that has no team, a thing of a team, or a place of the journey. */
export type Names = 'nothing' | 'house' | 'team' | 'place'

/** Which of the three are worth asking for a door. */
export const asked: Record<Names, readonly Whose[]> = {
  nothing: ['own'],
  house: ['own', 'missing'],
  team: whose,
  place: ['own', 'foreign'],
}

/** What comes of it: `missing` is told alike for what is not there and for what is not theirs to see. */
export type Outcome = 'yes' | 'missing' | 'no' | 'in' | 'sent'

/** What a page is answered with; `in` and `sent` redirect, `in` to /sign-in. */
export const pageStatus: Record<Outcome, number> = { yes: 200, missing: 404, no: 403, in: 307, sent: 307 }

export function outcomeOf(word: Word, person: Person, which: Whose): Outcome {
  if (word === 'no' || word === 'in' || word === 'sent') return word
  if (which === 'missing') return 'missing'
  if (word === 'yes') return 'yes'
  const theirs = (which === 'own') === (person !== 'other')
  if (word === 'lead') return theirs ? 'yes' : 'no'
  if (!theirs) return 'missing'
  return word === 'team' ? 'yes' : 'no'
}

/** A row of the desk: who has no open session signs in first, and the two agents differ only in their team. */
export const desk = (admin: Word, manager: Word, lead: Word, agent: Word, viewer: Word): Row => ({
  anonymous: 'in',
  ...{ admin, manager, lead, agent, other: agent, viewer },
  ended: 'in',
  disabled: 'in',
})

/** A row where it makes no difference who one is. */
export const everybody = (word: Word): Row => Object.fromEntries(people.map((person) => [person, word])) as Row
