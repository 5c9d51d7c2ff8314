import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { translator } from '@/lib/i18n'
import { membersOf } from '@/lib/identity'
import { boardChoices, mayEditInitiatives, mayReadFigures, touchpointPage } from '@/lib/insights'
import { isRefusal } from '@/lib/kit/refusal'
import { filterOf, queryOf, readAddress, stepped } from '../_parts/address'
import { axisOf } from '../_parts/axis'
import { BoardKeys } from '../_parts/board-keys'
import { BoardHead } from '../_parts/head'
import { keyWords } from '../_parts/key-words'
import { PlaceChanges } from '../_parts/place-changes'
import { PlaceFigureRow } from '../_parts/place-figures'
import { PlaceReasons } from '../_parts/place-reasons'
import { PlaceTickets } from '../_parts/place-tickets'
import { PlaceWords } from '../_parts/place-words'
import { boardReader } from '../_parts/reader'
import { RecoveryRates } from '../_parts/recovery'
import { Trend } from '../_parts/trend'
import { WrongFilter } from '../_parts/wrong-filter'

type Props = {
  params: Promise<{ touchpoint: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator((await currentActor()).locale)('board.metaTitle') }
}

/** One touchpoint in full: its weeks, its reasons, its words, its cases and what is being changed there. */
export default async function TouchpointPage({ params, searchParams }: Props) {
  const reader = await boardReader()
  const { actor, t, name, at, zone } = reader
  if (!mayReadFigures(actor)) forbidden()
  const { touchpoint } = await params
  const address = readAddress(await searchParams, at, zone)
  const read = Promise.all([touchpointPage(actor, touchpoint, filterOf(address), at), boardChoices(actor)])
  const found = await read.catch((error: unknown) => {
    if (!isRefusal(error)) throw error
    if (error.code === 'touchpoint.unknown') return notFound()
    if (error.code === 'input.invalid') return null
    throw error
  })
  if (!found) return <WrongFilter reader={reader} />
  const [{ board, figures, weeks, verbatims }, choices] = found
  const { place } = figures
  const query = queryOf(address)
  const path = `/insights/${place.slug}`
  const teamId = place.team?.id ?? null
  const people = teamId && mayEditInitiatives(actor, teamId) ? await membersOf(teamId) : []
  return (
    <main className="board">
      <BoardHead
        address={address}
        choices={choices}
        reader={reader}
        path={path}
        title={name(place)}
        asOf={board.asOf}
      />
      <BoardKeys
        words={keyWords(t)}
        earlier={`${path}${stepped(address, -1)}`}
        later={`${path}${stepped(address, 1)}`}
      />
      <div className="board-in">
        <div className="grid gap-4">
          <Breadcrumb
            label={t('board.place.back')}
            items={[{ label: t('board.place.back'), href: `/insights${query}` }]}
          />
          <PlaceFigureRow figures={figures} board={board} reader={reader} axis={axisOf(board)} />
        </div>
        <Trend weeks={weeks} title={name(place)} initiatives={figures.initiatives} reader={reader} />
        <div className="place-cols">
          <PlaceReasons reasons={figures.reasons} reader={reader} />
          <div className="grid content-start gap-10">
            <PlaceTickets figures={figures} reader={reader} />
            <RecoveryRates recovery={figures.recovery} reader={reader} />
          </div>
        </div>
        <div className="place-cols">
          <PlaceWords verbatims={verbatims} reader={reader} />
          <PlaceChanges
            figures={figures}
            reader={reader}
            people={people}
            editable={mayEditInitiatives(actor, teamId)}
          />
        </div>
      </div>
    </main>
  )
}
