'use client'
import { Dialog } from './dialog'
import { keyNames } from './keystroke'
import type { Shortcut } from './shortcuts'

export type SheetWords = { title: string; close: string; single: string; singleHint: string }

type SheetProps = {
  open: boolean
  onClose: () => void
  shortcuts: Shortcut[]
  enabled: boolean
  onEnable: (on: boolean) => void
  words: SheetWords
}

/** Every key that works on this screen, by what it is for; and the switch that turns single keys off. */
export function ShortcutSheet({ open, onClose, shortcuts, enabled, onEnable, words }: SheetProps) {
  const groups = byGroup(shortcuts)
  const mac = open && /Mac|iP/.test(navigator.userAgent)
  return (
    <Dialog open={open} onClose={onClose} title={words.title} closeLabel={words.close} wide>
      <div className="columns-1 gap-10 tablet:columns-2">
        {[...groups].map(([group, list]) => (
          <section key={group} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-12 text-3">{group}</h3>
            <dl className="grid text-13">
              {list.map((one) => (
                <div key={one.keys} className="flex min-h-8 items-center justify-between gap-3">
                  <dt>{one.label}</dt>
                  <dd className="flex gap-1">
                    {keyNames(one.keys, mac)
                      .split(' ')
                      .map((key) => (
                        <kbd key={key} className="kbd">
                          {key}
                        </kbd>
                      ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="choice border-t border-line pt-4">
        <input
          type="checkbox"
          className="box"
          checked={enabled}
          onChange={(change) => onEnable(change.currentTarget.checked)}
        />
        <span>
          {words.single}
          <span className="help block">{words.singleHint}</span>
        </span>
      </label>
    </Dialog>
  )
}

function byGroup(shortcuts: Shortcut[]) {
  const groups = new Map<string, Shortcut[]>()
  const seen = new Set<string>()
  for (const one of shortcuts) {
    if (seen.has(one.keys) || !one.label) continue
    seen.add(one.keys)
    groups.set(one.group, [...(groups.get(one.group) ?? []), one])
  }
  return groups
}
