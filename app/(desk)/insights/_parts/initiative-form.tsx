import { DialogButton } from '@/app/_ui/dialog-button'
import { Form, Submit } from '@/app/_ui/form'
import { FormSelect, FormText } from '@/app/_ui/form-field'
import { type Initiative, initiativeStates } from '@/lib/insights'
import { dayOf } from '@/lib/kit/period'
import { saveInitiative } from '../actions'
import type { Reader } from './reader'

type Props = { touchpoint: string; known?: Initiative; people: { id: string; name: string }[]; reader: Reader }

/** Notes what is changed at a touchpoint, who answers for it and since when it is live. */
export function InitiativeForm({ touchpoint, known, people, reader }: Props) {
  const { t, zone } = reader
  const title = t(known ? 'board.initiatives.edit' : 'board.initiatives.add')
  const dayIn = (at: Date | null | undefined) => (at ? dayOf(at, zone) : '')
  const id = (name: string) => `${known?.id ?? 'new'}-${name}`
  return (
    <DialogButton
      label={known ? t('common.edit') : title}
      {...(known && { 'aria-label': `${t('common.edit')}: ${known.title}` })}
      variant={known ? 'ghost' : 'default'}
      size="sm"
      title={title}
      closeLabel={t('common.close')}
    >
      <Form
        answer={saveInitiative}
        offline={t('board.initiatives.offline')}
        done={t('board.initiatives.saved')}
        className="grid gap-4"
      >
        <input type="hidden" name="touchpoint" value={touchpoint} />
        <input type="hidden" name="id" value={known?.id ?? ''} />
        <input type="hidden" name="version" value={known?.version ?? 0} />
        <FormText
          id={id('title')}
          name="title"
          label={t('board.initiatives.name')}
          defaultValue={known?.title ?? ''}
          maxLength={120}
          required
        />
        <FormSelect
          id={id('state')}
          name="state"
          label={t('board.initiatives.state')}
          defaultValue={known?.state ?? 'identified'}
          options={initiativeStates.map((state) => ({ value: state, label: t(`board.initiatives.states.${state}`) }))}
        />
        <FormSelect
          id={id('owner')}
          name="owner"
          label={t('board.initiatives.owner')}
          defaultValue={known?.ownerId ?? ''}
          placeholder={t('board.initiatives.nobody')}
          options={people.map((person) => ({ value: person.id, label: person.name }))}
        />
        <FormText
          id={id('due')}
          type="date"
          name="due"
          label={t('board.initiatives.due')}
          defaultValue={dayIn(known?.dueAt)}
        />
        <FormText
          id={id('live')}
          type="date"
          name="live"
          label={t('board.initiatives.live')}
          hint={t('board.initiatives.liveHint')}
          defaultValue={dayIn(known?.liveAt)}
        />
        <div>
          <Submit busy={t('common.saving')}>{t('common.save')}</Submit>
        </div>
      </Form>
    </DialogButton>
  )
}
