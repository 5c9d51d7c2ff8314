import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import type { Translate } from '@/lib/i18n'
import type { View } from '@/lib/tickets/shared'
import { type QueueAddress, writeAddress } from './queue-address'

type QueueEmptyProps = {
  address: QueueAddress
  /** Nothing has ever come in. */
  first: boolean
  mayImport: boolean
  t: Translate
}

/** Nothing to show, why, and the next step. */
export function QueueEmpty({ address, first, mayImport, t }: QueueEmptyProps) {
  const filters = Object.values(address.filters).filter((values) => values.length > 0).length + (address.q ? 1 : 0)
  const { view } = address
  if (filters > 0)
    return (
      <Place>
        <Empty
          title={t('queue.empty.filtered')}
          text={address.q ? t('queue.empty.searchedText', { words: address.q }) : t('queue.empty.filteredText')}
        >
          <ButtonLink variant="primary" href={writeAddress(address, { filters: {}, q: null })}>
            {t('queue.filter.clear', { n: filters })}
          </ButtonLink>
        </Empty>
      </Place>
    )
  if (first)
    return (
      <Place>
        <Empty title={t('queue.first.title')} text={t('queue.first.text')}>
          <ButtonLink variant="primary" href="/surveys">
            {t('queue.first.survey')}
          </ButtonLink>
          {mayImport ? <ButtonLink href="/surveys/import">{t('queue.first.import')}</ButtonLink> : null}
        </Empty>
      </Place>
    )
  const next = onward[view]
  return (
    <Place>
      <Empty title={t(`queue.empty.${view}.title`)} text={t(`queue.empty.${view}.text`)}>
        {next ? (
          <ButtonLink variant="primary" href={`/tickets?view=${next}`}>
            {t('queue.empty.go', { view: t(`queue.view.${next}`) })}
          </ButtonLink>
        ) : null}
      </Empty>
    </Place>
  )
}

const onward: Partial<Record<View, View>> = {
  triage: 'mine',
  mine: 'unassigned',
  unassigned: 'mine',
  today: 'open',
  waiting: 'mine',
  asking: 'mine',
  closed: 'open',
}

const Place = ({ children }: { children: React.ReactNode }) => <div className="p-6 tablet:p-10">{children}</div>
