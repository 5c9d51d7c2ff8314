import { Button } from '@/app/_ui/button'
import { Input } from '@/app/_ui/input'
import { TextLink } from '@/app/_ui/link'
import { Select } from '@/app/_ui/select'
import type { Translate } from '@/lib/i18n'
import { letterKinds } from '@/lib/mail/shared'
import { type Asked, filterOf, type shelfOf } from './shelves'

type FilterBarProps = { asked: Asked; shelf: ReturnType<typeof shelfOf>; t: Translate }

/** Looks for letters by address, kind and case; a plain form, so that it works without scripts and has an address. */
export function LetterFilterBar({ asked, shelf, t }: FilterBarProps) {
  const filtered = Object.keys(filterOf(asked)).length > 0
  return (
    <search aria-label={t('outbox.filter.label')}>
      <form action="/settings/outbox" className="flex flex-wrap items-center gap-2 px-4 py-3 tablet:px-5">
        {shelf.name === 'all' ? null : <input type="hidden" name="show" value={shelf.name} />}
        <span className="min-w-40 flex-1 basis-48 tablet:max-w-72">
          <Input
            type="search"
            name="words"
            defaultValue={asked.words}
            placeholder={t('outbox.filter.words')}
            aria-label={t('outbox.filter.words')}
          />
        </span>
        <span className="min-w-40 basis-48">
          <Select
            name="kind"
            defaultValue={asked.kind ?? ''}
            placeholder={t('outbox.filter.anyKind')}
            aria-label={t('outbox.filter.kind')}
            options={letterKinds.map((value) => ({ value, label: t(`outbox.kind.${value}`) }))}
          />
        </span>
        <span className="w-24">
          <Input
            name="number"
            inputMode="numeric"
            defaultValue={asked.number}
            placeholder={t('outbox.filter.number')}
            aria-label={t('outbox.filter.number')}
          />
        </span>
        <Button type="submit">{t('outbox.filter.find')}</Button>
        {filtered ? <TextLink href={shelf.href}>{t('outbox.filter.clear')}</TextLink> : null}
      </form>
    </search>
  )
}
