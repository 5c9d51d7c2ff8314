import { forbidden, notFound } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { Notice } from '@/app/_ui/notice'
import { type Macro, macroById } from '@/lib/desk'
import { translator } from '@/lib/i18n'
import { localeOf, organization, permits } from '@/lib/identity'
import type { UserActor } from '@/lib/identity/shared'
import { isRefusal } from '@/lib/kit/refusal'
import { named } from '@/lib/kit/text'
import { Deed } from '../../_parts/deed'
import { Block, SettingsFrame } from '../../_parts/frame'
import { macroChoices } from '../_parts/macro-choices'
import { MacroEditor } from '../_parts/macro-editor'
import { summaryOf } from '../_parts/macro-summary'
import { dropMacro } from '../actions'

type Props = { params: Promise<{ id: string }> }

/** One macro, or a new one: its words, what it changes, and how it will look. */
export default async function MacroPage({ params }: Props) {
  const [actor, { id }] = await Promise.all([currentActor(), params])
  if (!permits(actor, 'tickets.work')) forbidden()
  const { locale } = actor
  const t = translator(locale)
  const macro = id === 'new' ? null : await found(actor, id)
  const [choices, house] = await Promise.all([macroChoices(actor, t), organization()])
  if (macro && !macro.editable) {
    return (
      <SettingsFrame actor={actor} section="macros" title={named(macro, locale)}>
        <div className="grid max-w-[640px] gap-4">
          <Notice>{t('macros.readOnly')}</Notice>
          <p className="text-2">{summaryOf(macro, t)}</p>
          {Object.entries(macro.deeds.reply?.texts ?? {}).map(([language, text]) => (
            <p key={language} lang={language} className="whitespace-pre-wrap rounded-3 border border-line px-4 py-3">
              {text}
            </p>
          ))}
        </div>
      </SettingsFrame>
    )
  }
  return (
    <SettingsFrame actor={actor} section="macros" title={macro ? named(macro, locale) : t('macros.newTitle')}>
      <MacroEditor key={macro?.version ?? 0} {...{ macro, locale, choices }} spoken={localeOf(house?.locale ?? 'es')} />
      {macro ? (
        <div className="mt-8 border-line border-t pt-2">
          <Block title={t('macros.retire')} text={t('macros.retireText')}>
            <Deed
              answer={dropMacro}
              values={{ id: macro.id }}
              done={t('macros.retired')}
              offline={t('settings.offline')}
              busy={t('common.saving')}
              variant="danger"
            >
              {t('macros.retire')}
            </Deed>
          </Block>
        </div>
      ) : null}
    </SettingsFrame>
  )
}

const found = (actor: UserActor, id: string): Promise<Macro> =>
  macroById(actor, id).catch((error: unknown) => {
    if (isRefusal(error) && error.code === 'macro.unknown') notFound()
    throw error
  })
