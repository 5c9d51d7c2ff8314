'use client'
import { Archive, ArchiveRestore, ArrowLeft, ArrowRight, Ellipsis, Pencil } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Dialog } from '@/app/_ui/dialog'
import { Menu, type MenuItem } from '@/app/_ui/menu'
import { placeStage, setStage } from '../../actions'
import { usePlace } from './use-place'

type StageMenuProps = {
  stage: { id: string; retired: boolean; index: number; last: boolean }
  words: Record<'more' | 'edit' | 'left' | 'right' | 'retire' | 'restore' | 'offline' | 'close', string> & {
    moved: { left: string; right: string }
    retiredSaid: string
    restoredSaid: string
  }
  /** The form with which the stage is changed. */
  children: ReactNode
}

/** What can be done to a stage: change it, move it, retire it. */
export function StageMenu({ stage, words, children }: StageMenuProps) {
  const { run } = usePlace(words.offline)
  const [open, setOpen] = useState(false)
  const to = (index: number, said: string) => run(() => placeStage({ id: stage.id, index }), said)
  const left: MenuItem = {
    key: 'left',
    label: words.left,
    icon: <ArrowLeft className="i" aria-hidden="true" />,
    onSelect: () => to(stage.index - 1, words.moved.left),
  }
  const right: MenuItem = {
    key: 'right',
    label: words.right,
    icon: <ArrowRight className="i" aria-hidden="true" />,
    onSelect: () => to(stage.index + 1, words.moved.right),
  }
  const moves = [...(stage.index > 0 ? [left] : []), ...(stage.last ? [] : [right])]
  const Icon = stage.retired ? ArchiveRestore : Archive
  return (
    <>
      <Menu
        trigger={<Ellipsis className="i" aria-hidden="true" />}
        triggerClass="btn btn-ghost btn-icon max-tablet:size-11"
        label={words.more}
        groups={[
          {
            items: [
              {
                key: 'edit',
                label: words.edit,
                icon: <Pencil className="i" aria-hidden="true" />,
                onSelect: () => setOpen(true),
              },
              ...(stage.retired ? [] : moves),
              {
                key: 'retire',
                label: stage.retired ? words.restore : words.retire,
                danger: !stage.retired,
                icon: <Icon className="i" aria-hidden="true" />,
                onSelect: () =>
                  run(
                    () => setStage({ id: stage.id, retired: !stage.retired }),
                    stage.retired ? words.restoredSaid : words.retiredSaid,
                  ),
              },
            ],
          },
        ]}
      />
      <Dialog open={open} onClose={() => setOpen(false)} title={words.edit} closeLabel={words.close}>
        {children}
      </Dialog>
    </>
  )
}
