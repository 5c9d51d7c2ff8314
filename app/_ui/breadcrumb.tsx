import Link from 'next/link'

type BreadcrumbProps = { label: string; items: { label: string; href: string }[] }

/** The way back up; the page itself is the title below it. */
export const Breadcrumb = ({ label, items }: BreadcrumbProps) => (
  <nav aria-label={label}>
    <ol className="flex flex-wrap gap-1 text-12 text-3">
      {items.map((item) => (
        <li key={item.href} className="flex gap-1">
          <Link href={item.href} className="hover:text-1 hover:underline">
            {item.label}
          </Link>
          <span aria-hidden="true">/</span>
        </li>
      ))}
    </ol>
  </nav>
)
