'use client'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogFoot } from '@/app/_ui/dialog'
import { TextField } from '@/app/_ui/input'
import { Menu, type MenuGroup } from '@/app/_ui/menu'
import { Notice } from '@/app/_ui/notice'
import { SelectField } from '@/app/_ui/select'
import { toast } from '@/app/_ui/toast'
import type { Grouping, Sort } from '@/lib/tickets/shared'
import { useGo } from '../../_parts/going'
import { changeView, removeView, saveView } from '../views-actions'
import type { SavedView, ViewWords } from './view-words'

type ViewMenuProps = {
  name: string
  /** The saved view that is shown; null for one of the house's. */
  saved: SavedView | null
  /** Something was changed since: the question, its order or its groups. */
  changed: boolean
  /** What stands now, to be saved. */
  now: { query: string; sort: Sort; grouping: Grouping; columns: string[] }
  /** The view as it was, without what was changed. */
  plain: string
  teams: { value: string; label: string }[]
  words: ViewWords
}

type Asking = 'new' | 'rename' | null

/** What can be done with a view: keep it, keep it under another name, share, rename, put back, delete. */
export function ViewMenu({ name, saved, changed, now, plain, teams, words }: ViewMenuProps) {
  const go = useGo()
  const [asking, setAsking] = useState<Asking>(null)
  const [wrong, setWrong] = useState('')
  const own = saved?.mayEdit ? saved : null

  const told = (answer: { ok: true } | { ok: false; refusal: { message: string } } | null, text: string) => {
    if (answer?.ok) toast({ text })
    else toast({ kind: 'error', text: answer ? answer.refusal.message : words.offline })
    return answer?.ok ?? false
  }
  const change = async (own: SavedView) => {
    const patch = { ...now, version: own.version }
    if (told(await changeView({ id: own.id, patch }).catch(() => null), words.kept)) go(plain)
  }
  const submit = async (form: FormData) => {
    const sharing = String(form.get('sharing') ?? 'own')
    const given = {
      name: String(form.get('name') ?? '').trim(),
      ...(sharing === 'own' ? { sharing: 'own' as const } : { sharing: 'team' as const, team: sharing }),
    }
    const answer =
      own && asking === 'rename'
        ? await changeView({ id: own.id, patch: { ...given, version: own.version } }).catch(() => null)
        : await saveView({ ...given, ...now }).catch(() => null)
    if (!answer?.ok) return setWrong(answer ? answer.refusal.message : words.offline)
    setAsking(null)
    toast({ text: words.kept })
    go(answer.value ? `/tickets?view=${answer.value.id}` : plain)
  }
  const groups: MenuGroup[] = [
    {
      items: [
        ...(own && changed
          ? [
              {
                key: 'save',
                label: words.save,
                onSelect: () => void change(own),
              },
            ]
          : []),
        { key: 'new', label: words.saveAs, onSelect: () => setAsking('new') },
        ...(own ? [{ key: 'rename', label: words.rename, onSelect: () => setAsking('rename') }] : []),
        ...(changed ? [{ key: 'reset', label: words.reset, onSelect: () => go(plain) }] : []),
      ],
    },
    ...(own
      ? [
          {
            items: [
              {
                key: 'remove',
                label: words.remove,
                danger: true,
                onSelect: async () => {
                  const answer = await removeView({ id: own.id }).catch(() => null)
                  if (told(answer, words.removed)) go('/tickets?view=open')
                },
              },
            ],
          },
        ]
      : []),
  ]
  return (
    <>
      <Menu
        triggerClass="view-name"
        trigger={
          <>
            <span className="sr-only">{words.menu}</span>
            {changed ? <span className="text-12 font-normal text-3">{words.changed}</span> : null}
            <ChevronDown className="i" aria-hidden="true" />
          </>
        }
        label={words.menu}
        groups={groups}
      />
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={asking === 'rename' ? words.rename : words.saveAs}
        closeLabel={words.close}
      >
        <form
          className="grid gap-5"
          onSubmit={(event) => {
            event.preventDefault()
            void submit(new FormData(event.currentTarget))
          }}
        >
          {wrong ? <Notice kind="error">{wrong}</Notice> : null}
          <TextField
            name="name"
            label={words.name}
            defaultValue={asking === 'rename' ? name : ''}
            required
            maxLength={80}
          />
          <SelectField
            name="sharing"
            label={words.sharing}
            defaultValue={asking === 'rename' ? (own?.team ?? 'own') : 'own'}
            options={[{ value: 'own', label: words.mine }, ...teams]}
          />
          <DialogFoot>
            <Button variant="ghost" onClick={() => setAsking(null)}>
              {words.cancel}
            </Button>
            <Button type="submit" variant="primary">
              {words.keep}
            </Button>
          </DialogFoot>
        </form>
      </Dialog>
    </>
  )
}
