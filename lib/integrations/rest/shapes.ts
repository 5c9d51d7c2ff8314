import { z } from 'zod'

/** A slug of an existing thing; one that is unknown is refused with 422. */
export const Slug = z.string().min(1).max(64)
export const Instant = z.iso.datetime()
/** A local day of the organization. */
export const Day = z.iso.date()
export const Decimal = z.strictObject({ amount: z.string(), currency: z.string() })

/** Where the page begins and how long it is. */
export const paging = {
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

/** One page of a list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ data: z.array(item), nextCursor: z.string().nullable() })

/** Yes or no in an address. */
export const Flag = z.enum(['true', 'false']).transform((word) => word === 'true')
