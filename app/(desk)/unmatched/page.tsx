import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { actorWho, currentActor } from '@/app/_server/actor'
import { Empty } from '@/app/_ui/empty'
import { PageHeader } from '@/app/_ui/page-header'
import { Pager } from '@/app/_ui/pager'
import { type UnmatchedWhole, unmatchedById, unmatchedMail } from '@/lib/followups'
import { translator } from '@/lib/i18n'
import { teams as allTeams, type UserActor } from '@/lib/identity'
import { scopeOf } from '@/lib/identity/shared'
import { isRefusal } from '@/lib/kit/refusal'
import { placeOf } from '../settings/outbox/_parts/place'
import { MailLine } from './_parts/mail-line'
import { MailPane } from './_parts/mail-pane'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await currentActor()
  return { title: translator(locale)('inbox.title') }
}

type Props = { searchParams: Promise<{ mail?: string; after?: string; as?: string }> }

/** Mail that came and belongs to no case yet: a list and one of them whole, for whoever assigns work. */
export default async function UnmatchedPage({ searchParams }: Props) {
  const { actor, may } = await actorWho('tickets.assign')
  if (!may) forbidden()
  const t = translator(actor.locale)
  const { mail: id, after, as } = await searchParams
  const [{ mails, nextCursor }, mail, teams, place] = await Promise.all([
    unmatchedMail(actor, after ? { cursor: after } : {}),
    id ? found(actor, id) : null,
    allTeams(actor),
    placeOf(actor),
  ])
  const scope = scopeOf(actor)
  const answerable = teams.filter(({ id: team }) => scope.all || scope.teams.includes(team))
  const href = (mailId: string) => `/unmatched?${new URLSearchParams({ ...(after ? { after } : {}), mail: mailId })}`
  return (
    <main>
      <PageHeader title={t('inbox.title')} text={t('inbox.text')} />
      {mails.length === 0 && !mail ? (
        <div className="p-4 tablet:p-5">
          <Empty title={t('inbox.none')} text={t('inbox.noneText')} />
        </div>
      ) : (
        <div className="grid border-line border-t desk:grid-cols-[minmax(300px,400px)_minmax(0,1fr)]">
          <div className={`min-w-0 desk:border-line desk:border-e ${mail ? 'max-desk:hidden' : ''}`}>
            <ol aria-label={t('inbox.list')}>
              {mails.map((one) => (
                <MailLine key={one.id} mail={one} href={href(one.id)} current={one.id === id} place={place} t={t} />
              ))}
            </ol>
            <Pager
              label={t('inbox.pages')}
              previous={after ? { href: '/unmatched', label: t('inbox.newest') } : undefined}
              next={nextCursor ? { href: `/unmatched?after=${nextCursor}`, label: t('inbox.older') } : undefined}
            />
          </div>
          {mail ? (
            <MailPane
              mail={mail}
              html={as === 'html'}
              href={href(mail.id)}
              teams={answerable.map(({ id: value, name: label }) => ({ value, label }))}
              place={place}
              t={t}
            />
          ) : (
            <div className="p-6 max-desk:hidden">
              <Empty title={t('inbox.choose')} text={t('inbox.chooseText')} />
            </div>
          )}
        </div>
      )}
    </main>
  )
}

// Somebody else may have settled it since the list was drawn.
const found = (actor: UserActor, id: string): Promise<UnmatchedWhole | null> =>
  unmatchedById(actor, id).catch((error: unknown) => {
    if (isRefusal(error)) return null
    throw error
  })
