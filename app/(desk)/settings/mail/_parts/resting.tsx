import { Button } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { Input } from '@/app/_ui/input'
import { TextLink } from '@/app/_ui/link'
import { Pager } from '@/app/_ui/pager'
import type { suppressionsFor } from '@/lib/followups'
import type { Translate } from '@/lib/i18n'
import type { ReadingPlace } from '../../outbox/_parts/place'
import { TrustAgain } from './trust-again'

type Page = Awaited<ReturnType<typeof suppressionsFor>>
type RestingProps = { page: Page; find: string; after: string | undefined; place: ReadingPlace; t: Translate }

const reasons = ['bounced', 'complaint'] as const

/** Addresses that get nothing automatic: why, until when, and the way back. */
export function Resting({ page, find, after, place: { f, now }, t }: RestingProps) {
  const here = (more: Record<string, string>) => `/settings/mail?${new URLSearchParams(more)}#resting`
  const found: Record<string, string> = find ? { find } : {}
  return (
    <>
      <search>
        <form action="/settings/mail#resting" className="flex max-w-[420px] gap-2">
          <Input type="search" name="find" defaultValue={find} aria-label={t('mail.stop.search')} />
          <Button type="submit">{t('mail.stop.find')}</Button>
        </form>
      </search>
      {page.data.length === 0 ? (
        <Empty title={t('mail.stop.none')} text={t('mail.stop.noneText')} />
      ) : (
        <ul aria-label={t('mail.stop.label')} className="border-line border-t">
          {page.data.map(({ addressKey, reason, status, at, until, letterId }) => (
            <li key={addressKey} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b py-3">
              <div className="min-w-0 flex-1 basis-60">
                <p className="font-medium wrap-anywhere">{addressKey}</p>
                <p className="text-13 text-2">
                  {t(`mail.stop.reason.${reasons.find((one) => one === reason) ?? 'other'}`)}
                  {status ? ` · ${t('mail.stop.status', { status })}` : ''}
                </p>
                <p className="text-12 text-3">
                  {until
                    ? t('mail.stop.span', { since: f.near(at, now), until: f.near(until, now) })
                    : t('mail.stop.endless', { since: f.near(at, now) })}
                  {letterId ? (
                    <>
                      {' · '}
                      <TextLink href={`/settings/outbox/${letterId}`}>{t('mail.stop.letter')}</TextLink>
                    </>
                  ) : null}
                </p>
              </div>
              <TrustAgain address={addressKey} t={t} />
            </li>
          ))}
        </ul>
      )}
      <Pager
        label={t('mail.stop.pages')}
        previous={after ? { href: here(found), label: t('mail.stop.first') } : undefined}
        next={
          page.nextCursor ? { href: here({ ...found, after: page.nextCursor }), label: t('mail.stop.more') } : undefined
        }
      />
    </>
  )
}
