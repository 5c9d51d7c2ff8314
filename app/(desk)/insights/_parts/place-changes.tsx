import type { PlaceFigures } from '@/lib/insights'
import { InitiativeForm } from './initiative-form'
import { InitiativeList } from './initiatives'
import type { Reader } from './reader'

type Props = { figures: PlaceFigures; reader: Reader; people: { id: string; name: string }[]; editable: boolean }

/** What is being changed at one touchpoint; who may, notes the next. */
export function PlaceChanges({ figures: { place, initiatives }, reader, people, editable }: Props) {
  const { t } = reader
  return (
    <section aria-labelledby="changes">
      <div className="board-head">
        <h2 className="sec" id="changes">
          {t('board.initiatives.title')}
        </h2>
        <p className="board-note">{t('board.initiatives.note')}</p>
      </div>
      {initiatives.length === 0 ? (
        <p className="mb-3 text-13 text-2">
          {t('board.initiatives.none')} {editable ? t('board.initiatives.noneText') : null}
        </p>
      ) : (
        <InitiativeList
          initiatives={initiatives.toReversed()}
          reader={reader}
          edit={(one) =>
            editable ? <InitiativeForm touchpoint={place.slug} known={one} people={people} reader={reader} /> : null
          }
        />
      )}
      {editable ? (
        <div className="mt-3">
          <InitiativeForm touchpoint={place.slug} people={people} reader={reader} />
        </div>
      ) : null}
    </section>
  )
}
