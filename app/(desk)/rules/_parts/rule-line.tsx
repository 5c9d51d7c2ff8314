import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Badge } from '@/app/_ui/badge'
import type { Translate } from '@/lib/i18n'
import { named } from '@/lib/kit/text'
import type { Rule } from '@/lib/rules'
import { move, switchOver } from '../actions'
import { DeedButton, DeedForm } from './deed-form'

type RuleLineProps = {
  rule: Rule
  place: { at: number; first: boolean; last: boolean }
  sentence: { when: string; so: string }
  /** What it decided lately, in words. */
  work: string | null
  edits: boolean
  locale: string
  t: Translate
}

/** One rule of the list: its number, name and sentence, and what can be done with it. */
export function RuleLine({ rule, place, sentence, work, edits, locale, t }: RuleLineProps) {
  const name = named(rule, locale)
  return (
    <li className="grid grid-cols-[2rem_1fr] gap-x-2 gap-y-2 border-line border-b px-4 py-3 tablet:grid-cols-[2rem_1fr_auto] tablet:px-5">
      <span className="num text-15 text-3">{place.at + 1}</span>
      <div className={rule.active ? 'min-w-0' : 'min-w-0 text-3'}>
        <h2 className="flex flex-wrap items-center gap-2 text-14 font-semibold">
          {edits ? (
            <Link className="hover:underline" href={`/rules/${rule.id}`}>
              {name}
            </Link>
          ) : (
            name
          )}
          {rule.active ? null : <Badge>{t('rules.off')}</Badge>}
        </h2>
        <p className="mt-0.5 max-w-[72ch] text-14">
          {sentence.when} <span className="font-medium">{sentence.so}</span>
        </p>
        {work ? <p className="num mt-1 text-12 text-3">{work}</p> : null}
      </div>
      {edits ? (
        <div className="col-start-2 flex items-start gap-1 tablet:col-start-3">
          {place.first ? null : (
            <Mover id={rule.id} way="up" label={t('rules.up', { name })} t={t}>
              <ArrowUp className="i" aria-hidden="true" />
            </Mover>
          )}
          {place.last ? null : (
            <Mover id={rule.id} way="down" label={t('rules.down', { name })} t={t}>
              <ArrowDown className="i" aria-hidden="true" />
            </Mover>
          )}
          <DeedForm deed={switchOver} done={t('rules.form.switched')} offline={t('common.retry')}>
            <input type="hidden" name="id" value={rule.id} />
            <input type="hidden" name="active" value={String(!rule.active)} />
            <DeedButton size="sm" busy={t('common.saving')}>
              {t(rule.active ? 'rules.switchOff' : 'rules.switchOn')}
              <span className="sr-only"> «{name}»</span>
            </DeedButton>
          </DeedForm>
        </div>
      ) : null}
    </li>
  )
}

type MoverProps = { id: string; way: 'up' | 'down'; label: string; t: Translate; children: ReactNode }

const Mover = ({ id, way, label, t, children }: MoverProps) => (
  <DeedForm deed={move} done={t('rules.form.moved')} offline={t('common.retry')}>
    <input type="hidden" name="id" value={id} />
    <input type="hidden" name="way" value={way} />
    <DeedButton variant="ghost" size="icon" aria-label={label} busy="…">
      {children}
    </DeedButton>
  </DeedForm>
)
