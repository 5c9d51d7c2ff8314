import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'
import { Kbd } from './kbd'

export type ButtonLook = {
  /** One primary a screen. */
  variant?: 'default' | 'primary' | 'ghost' | 'danger'
  /** `icon` is square and needs an `aria-label`; `touch` is 44 px for customers' pages. */
  size?: 'md' | 'sm' | 'icon' | 'touch'
  icon?: ReactNode
  /** The key that does the same, shown beside the words. */
  hint?: string
}

type ButtonProps = ButtonLook & ComponentProps<'button'>

export function Button({ variant, size, icon, hint, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button type={type} className={cx(buttonClass({ variant, size }), className)} {...rest}>
      {icon}
      {children}
      {hint ? <Kbd>{hint}</Kbd> : null}
    </button>
  )
}

type ButtonLinkProps = ButtonLook & ComponentProps<typeof Link>

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({ variant, size, icon, hint, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link className={cx(buttonClass({ variant, size }), className)} {...rest}>
      {icon}
      {children}
      {hint ? <Kbd>{hint}</Kbd> : null}
    </Link>
  )
}

export const buttonClass = ({ variant = 'default', size = 'md' }: Pick<ButtonLook, 'variant' | 'size'>) =>
  cx('btn', variant !== 'default' && `btn-${variant}`, size !== 'md' && `btn-${size}`)
