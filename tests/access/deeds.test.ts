import { beforeAll, expect, test, vi } from 'vitest'
import type { ActionResult } from '@/app/_server/action'
import { blankForm, type FormState } from '@/app/_ui/form-state'
import { db } from '@/db'
import { events } from '@/db/schema'
import { translator } from '@/lib/i18n'
import { messages } from '@/lib/i18n/messages'
import { prepare } from './prepare'
import { type Scene, setScene, type Things } from './scene'
import { asked, type DeedLine, deeds, type Outcome, outcomeOf, people } from './table'

// The request is all that is made up: who asks is looked up by their real session.
const request = vi.hoisted(() => ({ cookie: '' }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ cookie: request.cookie }),
  cookies: async () => ({ set: () => undefined }),
}))
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }))
vi.mock('react', async (real) => ({ ...(await real<object>()), cache: <T>(run: T) => run }))

type Deed = (...given: unknown[]) => Promise<ActionResult<unknown> | FormState>

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})

for (const line of deeds) {
  test(`${line.file.slice(4)} ${line.name}`, async () => {
    const deed = ((await import(/* @vite-ignore */ `../../${line.file}`)) as Record<string, Deed>)[line.name]
    if (!deed) throw new Error(`no action ${line.name}`)
    const found: Record<string, Outcome> = {}
    const wanted: Record<string, Outcome> = {}
    let done = 0
    const entries = await scene.enter()
    // What nobody may touch stays as it is, so it can be refused to one after the other.
    const refused = await scene.refused()
    for (const person of people) {
      for (const which of asked[line.names].toReversed()) {
        const cell = `${person} ${which}`
        wanted[cell] = outcomeOf(line.who[person], person, which)
        const things = wanted[cell] === 'yes' ? await scene.things(which) : { ...refused[which] }
        if (which !== 'missing') {
          things.session = entries[person].session
          if (line.first) await prepare[line.first](things)
        }
        request.cookie = entries[person].cookie
        const before = await db.$count(events)
        const { outcome, ok } = await tried(deed, line, things)
        found[cell] = outcome
        if (ok) done++
        if (outcome !== 'yes') expect(await db.$count(events), `${cell} changed something`).toBe(before)
      }
    }
    expect(found).toEqual(wanted)
    if (!line.never) expect(done, 'it works for somebody').toBeGreaterThan(0)
  })
}

// An action takes its input as it is; one that a form calls takes the form's last state first.
async function tried(
  deed: Deed,
  { send, byForm }: DeedLine,
  things: Things,
): Promise<{ outcome: Outcome; ok: boolean }> {
  const input = send(things)
  const result = await (byForm ? deed(blankForm, formOf(input)) : deed(input)).catch(sentOn)
  if (result === 'sent on') return { outcome: 'yes', ok: true }
  const code = 'ok' in result ? codeOf(result) : result.message === null ? null : byWords(result.message)
  return { outcome: meaning(code), ok: code === null }
}

// A deed that ends by showing another page has been done.
function sentOn(error: unknown): 'sent on' {
  if (String((error as { digest?: string }).digest).startsWith('NEXT_REDIRECT')) return 'sent on'
  throw error
}

function meaning(code: string | null): Outcome {
  if (code === 'identity.unauthenticated') return 'in'
  if (code === 'identity.forbidden') return 'no'
  return code?.endsWith('.unknown') ? 'missing' : 'yes'
}

function codeOf(result: ActionResult<unknown>): string | null {
  if (!result.ok) return result.refusal.code
  const refused = (result.value as { refused?: { code: string }[] } | undefined)?.refused?.[0]
  return refused?.code ?? null
}

function formOf(input: Record<string, unknown>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(input)) for (const each of [value].flat()) form.append(name, String(each))
  return form
}

// A form is answered in words: the code is the sentence's key.
function byWords(message: string): string {
  const t = translator('es') as unknown as (key: string) => string
  return keysOf(messages.es.refusal).find((key) => t(`refusal.${key}`) === message) ?? message
}

const keysOf = (tree: object, path = ''): string[] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? (/\{/.test(value) ? [] : [path + name]) : keysOf(value as object, `${path}${name}.`),
  )
