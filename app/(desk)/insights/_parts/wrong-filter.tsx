import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import type { Reader } from './reader'

/** The address names what is not there (any more): said so, with the way back. */
export const WrongFilter = ({ reader: { t } }: { reader: Reader }) => (
  <main className="p-6 tablet:p-10">
    <Empty title={t('board.filter.wrong')} text={t('board.filter.wrongText')}>
      <ButtonLink variant="primary" href="/insights">
        {t('board.filter.clear')}
      </ButtonLink>
    </Empty>
  </main>
)
