'use client'
import { Switch } from '@/app/_ui/checkbox'
import { Select } from '@/app/_ui/select'
import { useStored } from '@/app/_ui/use-store'
import { useTheme } from '@/app/(desk)/_parts/theme'

type Words = Record<'theme' | 'system' | 'light' | 'dark' | 'single' | 'singleHint', string>

/** Ground and one-key shortcuts: choices of this browser, in force at once. */
export function Look({ words }: { words: Words }) {
  const [theme, setTheme] = useTheme()
  const [mode, setMode] = useStored<'on' | 'off'>('lazo.shortcuts', 'on')
  return (
    <>
      <div className="field max-w-[320px]">
        <label className="label" htmlFor="theme">
          {words.theme}
        </label>
        <Select
          id="theme"
          value={theme}
          onChange={(event) => setTheme(event.currentTarget.value as typeof theme)}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: words[value] }))}
        />
      </div>
      <Switch
        name="shortcuts"
        label={words.single}
        hint={words.singleHint}
        checked={mode === 'on'}
        onChange={(event) => setMode(event.currentTarget.checked ? 'on' : 'off')}
      />
    </>
  )
}
