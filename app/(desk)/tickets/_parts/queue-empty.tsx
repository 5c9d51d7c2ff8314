import { FileUp, MessageSquare, Sprout } from 'lucide-react'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import type { Formatter, Translate } from '@/lib/i18n'
import { permits, type UserActor } from '@/lib/identity/shared'
import { queuePage } from '@/lib/tickets'
import { type Query, testsOf, type View } from '@/lib/tickets/shared'
import { writeAddress } from './queue-address'
import type { QueuePlace } from './queue-place'

type QueueEmptyProps = { actor: UserActor; place: QueuePlace; query: Query; t: Translate; f: Formatter; now: Date }

/** Nothing to show, why, and the next step. */
export async function QueueEmpty({ actor, place, query, t, f, now }: QueueEmptyProps) {
  const { whole, saved } = place
  const filters = query.parts.flatMap(testsOf).length + (query.words ? 1 : 0)
  if (filters > 0)
    return (
      <Place>
        <Empty
          title={t('queue.empty.filtered')}
          text={query.words ? t('queue.empty.searchedText', { words: query.words }) : t('queue.empty.filteredText')}
        >
          <ButtonLink variant="primary" href={writeAddress({ ...whole, q: '' })}>
            {t('queue.filter.clear', { n: filters })}
          </ButtonLink>
        </Empty>
      </Place>
    )
  const [last] = (await queuePage(actor, { view: 'all', sort: 'newest', limit: 1 }, now)).data
  if (!last) return <First mayImport={permits(actor, 'responses.import')} t={t} />
  const view = saved ? 'all' : whole.view
  const next = onward[view]
  const ago = t('desk.empty.last', { when: f.roughly(now.getTime() - last.receivedAt.getTime()) })
  return (
    <Place>
      <Empty title={t(`queue.empty.${view}.title`)} text={view === 'triage' ? ago : t(`queue.empty.${view}.text`)}>
        {next ? (
          <ButtonLink variant="primary" href={`/tickets?view=${next}`}>
            {t('queue.empty.go', { view: t(`queue.view.${next}`) })}
          </ButtonLink>
        ) : null}
      </Empty>
    </Place>
  )
}

/** No ticket has ever been: three ways to begin. */
const First = ({ mayImport, t }: { mayImport: boolean; t: Translate }) => (
  <Place>
    <h2 className="sec">{t('queue.first.title')}</h2>
    <p className="mt-1 mb-5 text-2">{t('queue.first.text')}</p>
    <ul className="grid gap-4 tablet:grid-cols-3">
      <Card
        icon={<MessageSquare className="i" aria-hidden="true" />}
        title={t('queue.first.survey')}
        text={t('desk.first.survey')}
      >
        <ButtonLink href="/surveys">{t('queue.first.survey')}</ButtonLink>
      </Card>
      {mayImport ? (
        <Card
          icon={<FileUp className="i" aria-hidden="true" />}
          title={t('queue.first.import')}
          text={t('desk.first.import')}
        >
          <ButtonLink href="/surveys/import">{t('queue.first.import')}</ButtonLink>
        </Card>
      ) : null}
      <Card
        icon={<Sprout className="i" aria-hidden="true" />}
        title={t('desk.first.sampleTitle')}
        text={t('desk.first.sample')}
      >
        <code className="num text-13">npm run demo</code>
      </Card>
    </ul>
  </Place>
)

type CardProps = { icon: React.ReactNode; title: string; text: string; children: React.ReactNode }

const Card = ({ icon, title, text, children }: CardProps) => (
  <li className="card grid content-start gap-3 p-5">
    <h3 className="flex items-center gap-2 text-14 font-medium">
      {icon}
      {title}
    </h3>
    <p className="text-13 text-2">{text}</p>
    <div>{children}</div>
  </li>
)

const onward: Partial<Record<View, View>> = {
  triage: 'mine',
  mine: 'unassigned',
  unassigned: 'mine',
  today: 'open',
  waiting: 'mine',
  snoozed: 'mine',
  asking: 'mine',
  mentions: 'mine',
  closed: 'open',
}

const Place = ({ children }: { children: React.ReactNode }) => <div className="p-6 tablet:p-10">{children}</div>
