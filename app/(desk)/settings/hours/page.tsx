import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { DialogFoot } from '@/app/_ui/dialog'
import { DialogButton } from '@/app/_ui/dialog-button'
import { Form, Submit } from '@/app/_ui/form'
import { translator } from '@/lib/i18n'
import { organization, permits, teams } from '@/lib/identity'
import { named } from '@/lib/kit/text'
import { calendarList } from '@/lib/setup'
import { Block, SettingsFrame } from '../_parts/frame'
import { formWords } from '../_parts/words'
import { CalendarFields } from './_parts/calendar-fields'
import { addCalendar, saveCalendar } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('settings.tab.hours') }
}

const week = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [[540, 1_080] as [number, number]]]))

/** The calendars in which deadlines run. */
export default async function HoursPage() {
  const actor = await currentActor()
  if (!permits(actor, 'settings.manage')) forbidden()
  const { locale } = actor
  const t = translator(locale)
  const [calendars, all, house] = await Promise.all([calendarList(actor), teams(actor), organization()])
  const blank = { name: '', timeZone: house?.timeZone ?? actor.timeZone, weekly: week, holidays: [] }
  return (
    <SettingsFrame
      actor={actor}
      section="hours"
      text={t('settings.hours.text')}
      deeds={
        <DialogButton
          variant="primary"
          icon={<Plus className="i" aria-hidden="true" />}
          label={t('settings.hours.new')}
          title={t('settings.hours.new')}
          closeLabel={t('common.close')}
          wide
        >
          <Form
            answer={addCalendar}
            offline={t('settings.offline')}
            done={t('settings.hours.created')}
            className="grid gap-5"
          >
            <CalendarFields locale={locale} calendar={blank} />
            <DialogFoot>
              <Submit busy={t('settings.hours.creating')}>{t('settings.hours.create')}</Submit>
            </DialogFoot>
          </Form>
        </DialogButton>
      }
    >
      {calendars.map((calendar) => (
        <Block
          key={calendar.id}
          title={named(calendar, locale)}
          text={t('settings.hours.usedBy', { n: all.filter((team) => team.calendarId === calendar.id).length })}
        >
          <Form key={calendar.version} answer={saveCalendar} {...formWords(t)} className="grid gap-5">
            <input type="hidden" name="id" value={calendar.id} />
            <input type="hidden" name="version" value={calendar.version} />
            <CalendarFields locale={locale} calendar={calendar} />
            <div>
              <Submit busy={t('common.saving')} variant={calendars.length > 1 ? 'default' : 'primary'}>
                {t('common.save')}
              </Submit>
            </div>
          </Form>
        </Block>
      ))}
    </SettingsFrame>
  )
}
