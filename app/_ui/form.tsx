'use client'
import { useRouter } from 'next/navigation'
import {
  type ComponentProps,
  createContext,
  type ReactNode,
  use,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
  useTransition,
} from 'react'
import { Button } from './button'
import { blankForm, type FormState } from './form-state'
import { Notice } from './notice'
import { toast } from './toast'

export type FormAnswer = (state: FormState, form: FormData) => Promise<FormState>

type FormProps = Omit<ComponentProps<'form'>, 'action' | 'onSubmit' | 'onReset'> & {
  answer: FormAnswer
  /** Said when it is done. */
  done?: string | undefined
  /** Said when the server cannot be reached. */
  offline: string
  /** Empties the fields when it is done: for forms that add one thing after another. */
  clears?: boolean
  /** What is shown when something came of it: takes the place of the fields. */
  made?: ((made: string) => ReactNode) | undefined
  children: ReactNode
}

type Inside = { state: FormState; pending: boolean; id: string }
const Context = createContext<Inside>({ state: blankForm, pending: false, id: '' })

export const useForm = () => use(Context)

/** A form that does one deed, with scripts and without. What was typed stays when it is refused; what is wrong stands at its field. */
export function Form({ answer, done, offline, clears, made, children, ...rest }: FormProps) {
  const [drawn, submit] = useActionState(answer, blankForm)
  const [own, setOwn] = useState<FormState | null>(null)
  const [pending, start] = useTransition()
  const state = own ?? drawn
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const id = useId()

  useEffect(() => {
    if (state.message) first(form.current)?.focus()
  }, [state])

  const send = (given: FormData) =>
    start(async () => {
      given.set('scripted', 'yes')
      const next = await answer(state, given).catch(() => null)
      if (next?.go) window.location.assign(next.go)
      else if (next) settle(next)
      else toast({ kind: 'error', text: offline })
    })

  const settle = (next: FormState) => {
    setOwn(next)
    if (next.message) return
    if (clears) form.current?.reset()
    if (done) toast({ text: done })
    router.refresh()
  }

  return (
    <form
      {...rest}
      ref={form}
      noValidate
      action={submit}
      onSubmit={(event) => {
        event.preventDefault()
        const { submitter } = event.nativeEvent as SubmitEvent
        if (!pending) send(new FormData(event.currentTarget, submitter))
      }}
    >
      <Context value={{ state, pending, id }}>
        {state.message ? (
          <div tabIndex={-1} data-message="">
            <Notice kind="error">{state.message}</Notice>
          </div>
        ) : null}
        {state.made && made ? made(state.made) : children}
      </Context>
    </form>
  )
}

/** The button of a Form: says what it is doing while it does it, and does not send twice. */
export function Submit({ busy, children, ...rest }: ComponentProps<typeof Button> & { busy: string }) {
  const { pending } = useForm()
  return (
    <Button type="submit" variant="primary" {...rest} aria-disabled={pending || undefined}>
      {pending ? busy : children}
    </Button>
  )
}

const first = (form: HTMLFormElement | null) =>
  form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input') ??
  form?.querySelector<HTMLElement>('[data-message]')
