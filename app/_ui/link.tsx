import Link from 'next/link'
import type { ComponentProps } from 'react'
import { cx } from './cx'

/** A link within running text. */
export const TextLink = ({ className, ...rest }: ComponentProps<typeof Link>) => (
  <Link className={cx('link', className)} {...rest} />
)
