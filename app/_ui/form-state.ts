/** What a form's deed answers with. Without scripts the page is drawn again from it; with them only what changed. */
export type FormState = {
  /** What is wrong, by field name. */
  fields: Record<string, string>
  /** What is wrong as a whole. */
  message: string | null
  /** What was typed, by field name; secrets stay out. */
  values: Record<string, string[]>
  /** How often it was done; rises by one. */
  done: number
  /** What came of it: a link or a key that is shown once. */
  made: string | null
  /** Where to go now. */
  go: string | null
}

export const blankForm: FormState = { fields: {}, message: null, values: {}, done: 0, made: null, go: null }
