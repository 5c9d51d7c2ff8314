import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { translator } from '@/lib/i18n'
import { board, boardChoices, mayReadFigures, trend } from '@/lib/insights'
import { isRefusal } from '@/lib/kit/refusal'
import { filterOf, queryOf, readAddress, stepped } from './_parts/address'
import { axisOf } from './_parts/axis'
import { BoardKeys } from './_parts/board-keys'
import { BoardHead } from './_parts/head'
import { Initiatives } from './_parts/initiatives'
import { Journey } from './_parts/journey'
import { keyWords } from './_parts/key-words'
import { Kpi } from './_parts/kpi'
import { Lede } from './_parts/lede'
import { Matrix } from './_parts/matrix'
import { Nothing } from './_parts/nothing'
import { Pains } from './_parts/pains'
import { boardReader } from './_parts/reader'
import { RecoveryRates } from './_parts/recovery'
import { Trend } from './_parts/trend'
import { WrongFilter } from './_parts/wrong-filter'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator((await currentActor()).locale)('board.metaTitle') }
}

/** Where does it hurt, is it getting worse, are people reached in time, does it work: the lead's board. */
export default async function BoardPage({ searchParams }: Props) {
  const reader = await boardReader()
  const { actor, t, name, at, zone } = reader
  if (!mayReadFigures(actor)) forbidden()
  const address = readAddress(await searchParams, at, zone)
  const filter = filterOf(address)
  const read = Promise.all([board(actor, filter, at), boardChoices(actor)])
  const found = await read.catch((error: unknown) => {
    if (isRefusal(error) && error.code === 'input.invalid') return null
    throw error
  })
  if (!found) return <WrongFilter reader={reader} />
  const [figures, choices] = found
  const worst = figures.pains[0]
  const weeks = await trend(actor, filter, worst?.place.slug)
  const axis = axisOf(figures)
  const query = queryOf(address)
  return (
    <main className="board">
      <BoardHead
        address={address}
        choices={choices}
        reader={reader}
        path="/insights"
        title={t('board.title')}
        asOf={figures.asOf}
      />
      <BoardKeys
        words={keyWords(t)}
        earlier={`/insights${stepped(address, -1)}`}
        later={`/insights${stepped(address, 1)}`}
      />
      {figures.total.n === 0 ? (
        <Nothing address={address} choices={choices} reader={reader} />
      ) : (
        <div className="board-in">
          <Lede board={figures} reader={reader} />
          {figures.readsAnswers ? <p className="board-note -mt-6">{t('board.filter.reads')}</p> : null}
          <Kpi board={figures} reader={reader} axis={axis} />
          <Journey board={figures} reader={reader} axis={axis} query={query} />
          <Pains board={figures} reader={reader} axis={axis} query={query} />
          <div className="board-two">
            <Matrix board={figures} reader={reader} />
            <RecoveryRates recovery={figures.recovery} reader={reader} />
          </div>
          <Trend
            weeks={weeks}
            title={worst ? name(worst.place) : t('board.trend.all')}
            initiatives={worst?.initiatives ?? []}
            reader={reader}
          />
          <Initiatives places={figures.places} reader={reader} query={query} />
        </div>
      )}
    </main>
  )
}
