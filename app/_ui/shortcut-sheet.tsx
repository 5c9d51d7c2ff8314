'use client'
import { RotateCcw } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { Button } from './button'
import { type DeedName, deeds, holderOf, type KeyChoice, type KeyMode, keyModes, mayMove } from './deeds'
import { Dialog } from './dialog'
import { keyNames, keystroke } from './keystroke'
import type { Told } from './shortcuts'

export type SheetWords = {
  title: string
  close: string
  /** "{deed}" and "{key}" are filled here. */
  change: string
  press: string
  taken: string
  reset: string
  resetAll: string
  mode: string
  modes: Record<KeyMode, { label: string; hint: string }>
}

type SheetProps = {
  onClose: () => void
  shortcuts: Told[]
  choice: KeyChoice
  onChoose: (choice: KeyChoice) => void
  words: SheetWords
  deeds: Record<DeedName, string>
}

/** Every key that works on this screen, by what it is for; other keys for those who want them; and how many of them work. */
export default function ShortcutSheet({ onClose, shortcuts, choice, onChoose, words, deeds: names }: SheetProps) {
  const [asking, setAsking] = useState<DeedName | null>(null)
  const [wrong, setWrong] = useState('')
  const remap = (deed: DeedName, keys: string | null) => {
    const { [deed]: _, ...others } = choice.remap
    onChoose({ ...choice, remap: keys && keys !== deeds[deed].keys ? { ...others, [deed]: keys } : others })
  }
  const press = (event: KeyboardEvent, deed: DeedName) => {
    if (event.key === 'Tab') return setAsking(null)
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return setAsking(null)
    const stroke = keystroke(event.nativeEvent)
    if (!stroke) return
    const holder = holderOf(stroke, deed, choice.remap)
    if (holder) return setWrong(words.taken.replace('{key}', keyNames(stroke)).replace('{deed}', names[holder]))
    setWrong('')
    setAsking(null)
    remap(deed, stroke)
  }
  return (
    <Dialog open onClose={onClose} title={words.title} closeLabel={words.close} wide>
      <p role="alert" className={wrong ? 'text-13 text-error' : 'sr-only'}>
        {wrong}
      </p>
      <div className="columns-1 gap-10 tablet:columns-2">
        {[...byGroup(shortcuts)].map(([group, list]) => (
          <section key={group} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-12 text-3">{group}</h3>
            <ul className="grid text-13">
              {list.map(({ deed, keys, label }) => (
                <li key={keys} className="flex min-h-8 items-center gap-2">
                  <span className="flex-1">{label}</span>
                  {deed && choice.remap[deed] ? (
                    <Button
                      variant="ghost"
                      size="icon"
                      aria-label={words.reset.replace('{deed}', label)}
                      onClick={() => remap(deed, null)}
                    >
                      <RotateCcw className="i" aria-hidden="true" />
                    </Button>
                  ) : null}
                  {deed && mayMove(deed) ? (
                    <button
                      type="button"
                      className="key-button"
                      aria-label={words.change.replace('{deed}', label).replace('{key}', keyNames(keys))}
                      aria-pressed={asking === deed}
                      onClick={() => {
                        setWrong('')
                        setAsking(deed)
                      }}
                      onBlur={() => setAsking(null)}
                      onKeyDown={(event) => asking === deed && press(event, deed)}
                    >
                      {asking === deed ? words.press : <Keys keys={keys} />}
                    </button>
                  ) : (
                    <Keys keys={keys} />
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <fieldset className="grid gap-2 border-t border-line pt-4">
        <legend className="float-start mb-2 w-full text-12 text-3">{words.mode}</legend>
        {keyModes.map((mode) => (
          <label key={mode} className="choice">
            <input
              type="radio"
              className="radio"
              name="key-mode"
              checked={choice.mode === mode}
              onChange={() => onChoose({ ...choice, mode })}
            />
            <span>
              {words.modes[mode].label}
              <span className="help block">{words.modes[mode].hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {Object.keys(choice.remap).length > 0 ? (
        <div>
          <Button size="sm" onClick={() => onChoose({ ...choice, remap: {} })}>
            {words.resetAll}
          </Button>
        </div>
      ) : null}
    </Dialog>
  )
}

const Keys = ({ keys }: { keys: string }) => (
  <span className="flex gap-1">
    {keyNames(keys)
      .split(' ')
      .map((key) => (
        <kbd key={key} className="kbd">
          {key}
        </kbd>
      ))}
  </span>
)

function byGroup(shortcuts: Told[]) {
  const groups = new Map<string, Told[]>()
  const seen = new Set<string>()
  for (const one of shortcuts) {
    const name = one.deed ?? one.keys
    if (seen.has(name) || !one.label) continue
    seen.add(name)
    groups.set(one.group, [...(groups.get(one.group) ?? []), one])
  }
  return groups
}
