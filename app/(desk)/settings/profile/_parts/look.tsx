'use client'
import { Button } from '@/app/_ui/button'
import { Select } from '@/app/_ui/select'
import { useRegistry } from '@/app/_ui/shortcuts'
import { useTheme } from '@/app/(desk)/_parts/theme'

type Words = Record<'theme' | 'system' | 'light' | 'dark' | 'single' | 'singleHint', string>

/** Ground, a choice of this browser; and the way to the keys, which go along with the person. */
export function Look({ words }: { words: Words }) {
  const [theme, setTheme] = useTheme()
  const registry = useRegistry()
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
      <div className="grid justify-items-start gap-1">
        <Button hint="?" onClick={() => registry?.showSheet()}>
          {words.single}
        </Button>
        <p className="help">{words.singleHint}</p>
      </div>
    </>
  )
}
