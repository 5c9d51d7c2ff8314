import { Form, Submit } from '@/app/_ui/form'
import { FormSelect, FormText } from '@/app/_ui/form-field'
import { translator } from '@/lib/i18n'
import type { Cause, CauseNode, TouchpointNode } from '@/lib/journeys'
import { named } from '@/lib/kit/text'
import { addReason } from '../../actions'
import { ReasonList } from './reason-list'

type ReasonsProps = {
  point: TouchpointNode
  side: 'detractor' | 'promoter'
  tree: CauseNode[]
  edits: boolean
  locale: 'es' | 'en'
}

const fits = (cause: Cause, side: string) => cause.side === side || cause.side === 'both'

/** What a survey offers here to one side: an ordered list, and how to lengthen it. */
export function Reasons({ point, side, tree, edits, locale }: ReasonsProps) {
  const t = translator(locale)
  const present = point.reasons.map((one) => one.id)
  const mine = point.reasons.filter((one) => fits(one, side))
  const others = point.reasons.filter((one) => !fits(one, side)).map((one) => one.id)
  const label = side === 'detractor' ? t('journeys.point.bad') : t('journeys.point.good')
  const offered = tree
    .map((group) => ({
      label: named(group, locale),
      options: group.children
        .filter((one) => fits(one, side) && !present.includes(one.id))
        .map((one) => ({ value: one.id, label: named(one, locale) })),
    }))
    .filter((group) => group.options.length > 0)
  return (
    <section className="grid content-start gap-2" aria-label={label}>
      <h3 className="font-medium text-13">{label}</h3>
      {mine.length === 0 ? <p className="text-13 text-3">{t('journeys.point.none')}</p> : null}
      <ReasonList
        point={point.id}
        edits={edits}
        label={label}
        others={others}
        words={{
          offline: t('journeys.offline'),
          saved: t('journeys.saved'),
          removed: t('journeys.point.reasonRemoved'),
        }}
        reasons={mine.map((one) => {
          const name = named(one, locale)
          return {
            id: one.id,
            name,
            up: t('journeys.point.reasonUp', { name }),
            down: t('journeys.point.reasonDown', { name }),
            off: t('journeys.point.reasonOff', { name }),
          }
        })}
      />
      {edits ? (
        <Form
          key={present.join()}
          answer={addReason}
          offline={t('journeys.offline')}
          done={t('journeys.point.reasonAdded')}
          className="mt-2 grid gap-3"
        >
          <input type="hidden" name="id" value={point.id} />
          <input type="hidden" name="side" value={side} />
          {present.map((id) => (
            <input key={id} type="hidden" name="present[]" value={id} />
          ))}
          <FormSelect
            name="causeId"
            label={t('journeys.point.addReason')}
            placeholder={t('journeys.point.pick')}
            options={offered}
          />
          <FormText name="name" label={t('journeys.point.newReason')} autoComplete="off" />
          <div>
            <Submit variant="default" busy={t('common.saving')}>
              {t('journeys.point.addReason')}
            </Submit>
          </div>
        </Form>
      ) : null}
    </section>
  )
}
