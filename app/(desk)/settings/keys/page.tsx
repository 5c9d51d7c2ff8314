import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { currentActor } from '@/app/_server/actor'
import { Badge } from '@/app/_ui/badge'
import { DialogFoot } from '@/app/_ui/dialog'
import { DialogButton } from '@/app/_ui/dialog-button'
import { Empty } from '@/app/_ui/empty'
import { Table } from '@/app/_ui/table'
import { formatter, translator } from '@/lib/i18n'
import { listKeys, organization, permits } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import { Deed } from '../_parts/deed'
import { SettingsFrame } from '../_parts/frame'
import { NewKey } from './_parts/new-key'
import { endKey } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('settings.tab.keys') }
}

/** The keys of other systems: what each may, when it was last used, how to end it. */
export default async function KeysPage() {
  const actor = await currentActor()
  if (!permits(actor, 'keys.manage')) forbidden()
  const { locale, timeZone } = actor
  const t = translator(locale)
  const [keys, house] = await Promise.all([listKeys(actor), organization()])
  const f = formatter({ locale, country: house?.country ?? 'MX', timeZone })
  return (
    <SettingsFrame actor={actor} section="keys" text={t('settings.keys.text')} deeds={<NewKey locale={locale} />}>
      {keys.length === 0 ? (
        <Empty title={t('settings.keys.none')} text={t('settings.keys.noneText')} />
      ) : (
        <Table label={t('settings.keys.label')} flush>
          <thead>
            <tr>
              <th scope="col">{t('settings.keys.name')}</th>
              <th scope="col">{t('settings.keys.scopes')}</th>
              <th scope="col" className="max-tablet:hidden">
                {t('settings.keys.used')}
              </th>
              <th scope="col">{t('settings.keys.state')}</th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr key={key.id}>
                <td className="py-2">
                  <span className="block font-medium">{key.name}</span>
                  <span className="block whitespace-nowrap text-12 text-3">
                    {t('settings.keys.ends', { hint: key.hint })}
                  </span>
                </td>
                <td className="py-2 text-2">{key.scopes.join(', ')}</td>
                <td className="whitespace-nowrap text-2 max-tablet:hidden">
                  {key.lastUsedAt ? f.near(key.lastUsedAt, now()) : t('settings.keys.never')}
                </td>
                <td>
                  {key.revokedAt ? (
                    <Badge>{t('settings.keys.revoked')}</Badge>
                  ) : (
                    <DialogButton
                      size="sm"
                      label={t('settings.keys.revoke')}
                      aria-label={`${t('settings.keys.revoke')}: ${key.name}`}
                      title={t('settings.keys.revokeYes')}
                      closeLabel={t('common.close')}
                    >
                      <div className="grid gap-4">
                        <p>{t('settings.keys.revokeText', { name: key.name })}</p>
                        <DialogFoot>
                          <Deed
                            answer={endKey}
                            values={{ id: key.id }}
                            done={t('settings.keys.revokedDone')}
                            offline={t('settings.offline')}
                            busy={t('common.saving')}
                            variant="danger"
                          >
                            {t('settings.keys.revokeYes')}
                          </Deed>
                        </DialogFoot>
                      </div>
                    </DialogButton>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </SettingsFrame>
  )
}
