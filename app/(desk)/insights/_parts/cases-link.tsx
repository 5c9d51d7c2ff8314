import Link from 'next/link'
import type { ReactNode } from 'react'
import { mayReadCases, type Place } from '@/lib/insights'
import type { Reader } from './reader'
import { queueHref } from './words'

type Props = { place: Place; query: Record<string, string>; reader: Reader; className?: string; children: ReactNode }

/** A figure that leads to the cases behind it; plain for readers who may not see them. */
export const CasesLink = ({ place, query, reader, className = 'hover:underline', children }: Props) =>
  mayReadCases(reader.actor, place.team?.id ?? null) ? (
    <Link className={className} href={queueHref({ touchpoint: place.slug, ...query })}>
      {children}
    </Link>
  ) : (
    <span>{children}</span>
  )
