import { ChartNoAxesColumn } from 'lucide-react'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { permits } from '@/lib/identity'
import { type BoardChoices, board } from '@/lib/insights'
import { type BoardAddress, filterNames, filterOf, queryOf } from './address'
import { valueName } from './filters'
import { without } from './head'
import type { Reader } from './reader'

type Props = { address: BoardAddress; choices: BoardChoices; reader: Reader }

/** No answer yet, or none that these filters leave: names the filter whose removal brings most. */
export async function Nothing({ address, choices, reader }: Props) {
  const { t, actor } = reader
  const active = filterNames.filter((name) => address.filters[name])
  if (active.length > 0) return <Filtered {...{ address, choices, reader, active }} />
  return (
    <div className="p-6 tablet:p-10">
      <Empty
        icon={<ChartNoAxesColumn className="i" aria-hidden="true" />}
        title={t('board.empty.first')}
        text={t('board.empty.firstText')}
      >
        {permits(actor, 'responses.import') ? (
          <ButtonLink variant="primary" href="/surveys/import">
            {t('board.empty.import')}
          </ButtonLink>
        ) : null}
        <ButtonLink href="/surveys">{t('board.empty.surveys')}</ButtonLink>
        {address.days === 365 ? null : (
          <ButtonLink href={`/insights${queryOf(address, { days: 365 })}`}>{t('board.empty.year')}</ButtonLink>
        )}
      </Empty>
    </div>
  )
}

async function Filtered({ address, choices, reader, active }: Props & { active: (typeof filterNames)[number][] }) {
  const { t, actor, at } = reader
  const tried = await Promise.all(
    active.map(async (name) => {
      const { [name]: _, ...rest } = filterOf(address)
      return { name, n: (await board(actor, rest, at)).total.n }
    }),
  )
  const best = tried.sort((a, b) => b.n - a.n)[0]
  const words = best && valueName(best.name, address.filters[best.name] ?? '', choices, reader)
  return (
    <div className="p-6 tablet:p-10">
      <Empty
        title={t('board.empty.filtered')}
        text={
          best && best.n > 0
            ? t('board.empty.filteredText', { name: `${t(`board.filter.${best.name}`)}: ${words}`, n: best.n })
            : t('board.empty.filteredNone')
        }
      >
        {best && best.n > 0 ? (
          <ButtonLink variant="primary" href={`/insights${without(address, best.name)}`}>
            {t('board.filter.remove', { name: words ?? '' })}
          </ButtonLink>
        ) : null}
        <ButtonLink href={`/insights${queryOf(address, { filters: {} })}`}>{t('board.filter.clear')}</ButtonLink>
      </Empty>
    </div>
  )
}
