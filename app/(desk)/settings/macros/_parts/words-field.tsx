'use client'
import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { FormTextarea } from '@/app/_ui/form-field'

export type Insertable = { variable: string; label: string; says: string }

type WordsFieldProps = {
  /** `reply.es`: what it is and in which language. */
  name: string
  label: string
  hint?: string | undefined
  defaultValue: string
  language: string
  rows?: number
  variables: Insertable[]
  words: { insert: string }
}

/** Words with variables: each is a chip to press, and goes where the caret stands. */
export function WordsField({ name, label, hint, defaultValue, language, rows = 5, variables, words }: WordsFieldProps) {
  const box = useRef<HTMLFieldSetElement>(null)

  const insert = (variable: string) => {
    const field = box.current?.querySelector('textarea')
    if (!field) return
    field.focus()
    field.setRangeText(`{{${variable}}}`, field.selectionStart, field.selectionEnd, 'end')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }

  return (
    <fieldset ref={box} className="grid gap-2" aria-label={label}>
      <FormTextarea {...{ name, label, hint, defaultValue, rows }} lang={language} />
      {variables.length > 0 ? (
        <ul className="flex flex-wrap gap-1.5" aria-label={words.insert}>
          {variables.map(({ variable, label: shown, says }) => (
            <li key={variable}>
              <button
                type="button"
                className="chip chip-line hover:bg-hover"
                aria-label={says}
                onClick={() => insert(variable)}
              >
                <Plus className="i size-3" aria-hidden="true" />
                {shown}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </fieldset>
  )
}
