import Link from 'next/link'
import { Badge } from '@/app/_ui/badge'
import { Table } from '@/app/_ui/table'
import type { CustomerRow } from '@/lib/customers'
import type { Formatter, Translate } from '@/lib/i18n'

/** Customers, one a line; on a phone name and e-mail, the rest in their page. */
export const CustomerTable = ({ customers, f, t }: { customers: CustomerRow[]; f: Formatter; t: Translate }) => (
  <Table label={t('customers.list')}>
    <thead>
      <tr>
        <th scope="col">{t('customers.column.name')}</th>
        <th scope="col">{t('customers.column.email')}</th>
        <th scope="col" className="hidden tablet:table-cell">
          {t('customers.column.phone')}
        </th>
        <th scope="col" className="hidden tablet:table-cell">
          {t('customers.column.segment')}
        </th>
        <th scope="col" className="r hidden tablet:table-cell">
          {t('customers.column.value')}
        </th>
      </tr>
    </thead>
    <tbody>
      {customers.map((customer) => (
        <tr key={customer.id}>
          <th scope="row" className="font-medium">
            <Link className="hover:underline" href={`/customers/${customer.id}`}>
              {customer.name ?? customer.email ?? customer.externalId ?? t('customers.unnamed')}
            </Link>{' '}
            {customer.optedOutAt ? <Badge>{t('customers.optedOut')}</Badge> : null}{' '}
            {customer.flagged ? <Badge tone="soon">{t('customers.flagged')}</Badge> : null}
          </th>
          <td className="wrap-anywhere">{customer.email}</td>
          <td className="num hidden whitespace-nowrap tablet:table-cell">{customer.phone}</td>
          <td className="hidden tablet:table-cell">{customer.segment}</td>
          <td className="r num hidden whitespace-nowrap tablet:table-cell">{worthOf(customer, f)}</td>
        </tr>
      ))}
    </tbody>
  </Table>
)

export const worthOf = ({ annualValue, valueCurrency }: CustomerRow, f: Formatter): string | null =>
  annualValue !== null && valueCurrency ? f.money(annualValue, valueCurrency) : null
