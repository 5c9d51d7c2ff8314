/** The three score bands, as the domain spells them, and the short names of their tokens. */
export type Band = 'detractor' | 'passive' | 'promoter'
export const bandToken = { detractor: 'det', passive: 'pas', promoter: 'pro' } as const satisfies Record<Band, string>
