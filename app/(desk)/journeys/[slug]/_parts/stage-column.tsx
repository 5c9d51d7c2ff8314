import { Plus } from 'lucide-react'
import { Badge } from '@/app/_ui/badge'
import { DialogFoot } from '@/app/_ui/dialog'
import { DialogButton } from '@/app/_ui/dialog-button'
import { Form, Submit } from '@/app/_ui/form'
import { translator } from '@/lib/i18n'
import type { Team } from '@/lib/identity'
import type { JourneyTree, StageNode } from '@/lib/journeys'
import { named } from '@/lib/kit/text'
import { saveStage } from '../../actions'
import { newPoint } from '../actions'
import { cardOf, cardWords } from './card-view'
import { PointCard } from './point-card'
import { PointFields } from './point-fields'
import { StageForm } from './stage-form'
import { StageMenu } from './stage-menu'

type ColumnProps = {
  tree: JourneyTree
  stage: StageNode
  edits: boolean
  locale: 'es' | 'en'
  spoken: 'es' | 'en'
  teams: Team[]
}

/** A stage as a column: when it comes, what it is called, its touchpoints from top to bottom. */
export function StageColumn({ tree, stage, edits, locale, spoken, teams }: ColumnProps) {
  const t = translator(locale)
  const name = named(stage, locale)
  const standing = tree.stages.filter((one) => !one.retiredAt)
  const index = standing.findIndex((one) => one.id === stage.id)
  const moved = (place: number) => t('journeys.stage.moved', { name, place })
  const words = {
    more: t('journeys.more', { name }),
    edit: t('journeys.stage.edit'),
    left: t('journeys.stage.left'),
    right: t('journeys.stage.right'),
    retire: t('journeys.retire'),
    restore: t('journeys.restore'),
    offline: t('journeys.offline'),
    close: t('common.close'),
    moved: { left: moved(index), right: moved(index + 2) },
    retiredSaid: t('journeys.stage.retired'),
    restoredSaid: t('journeys.stage.restored'),
  }
  return (
    <li className="grid content-start gap-2">
      <div className="border-current border-t pt-2 text-2">
        <p className="text-12 text-3">{t(`journeys.phase.${stage.phase}`)}</p>
        <div className="flex min-h-8 items-center gap-2">
          <h2 className="min-w-0 font-semibold text-1 text-15 [overflow-wrap:anywhere]">{name}</h2>
          {stage.retiredAt ? <Badge>{t('journeys.retired')}</Badge> : null}
          {edits ? (
            <span className="ms-auto">
              <StageMenu
                stage={{
                  id: stage.id,
                  retired: stage.retiredAt !== null,
                  index,
                  last: index === standing.length - 1,
                }}
                words={words}
              >
                <StageForm
                  locale={locale}
                  spoken={spoken}
                  answer={saveStage}
                  id={stage.id}
                  stage={stage}
                  done={t('journeys.saved')}
                />
              </StageMenu>
            </span>
          ) : null}
        </div>
      </div>
      <ul className="grid gap-2" aria-label={name}>
        {stage.touchpoints.map((point) => (
          <li key={point.id}>
            <PointCard
              card={cardOf(tree, stage, point, { locale, edits, t })}
              words={cardWords(named(point, locale), t)}
            />
          </li>
        ))}
      </ul>
      {stage.touchpoints.length === 0 ? <p className="text-13 text-3">{t('journeys.stage.empty')}</p> : null}
      {edits && !stage.retiredAt ? (
        <div>
          <DialogButton
            variant="ghost"
            size="sm"
            icon={<Plus className="i" aria-hidden="true" />}
            label={t('journeys.point.add')}
            aria-label={t('journeys.point.addTitle', { stage: name })}
            title={t('journeys.point.addTitle', { stage: name })}
            closeLabel={t('common.close')}
          >
            <Form
              answer={newPoint}
              offline={t('journeys.offline')}
              done={t('journeys.point.added')}
              clears
              className="grid gap-5"
            >
              <input type="hidden" name="stageId" value={stage.id} />
              <PointFields locale={locale} spoken={spoken} teams={teams} />
              <DialogFoot>
                <Submit busy={t('journeys.point.busy')}>{t('journeys.point.submit')}</Submit>
              </DialogFoot>
            </Form>
          </DialogButton>
        </div>
      ) : null}
    </li>
  )
}
