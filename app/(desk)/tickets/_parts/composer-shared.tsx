'use client'
import { Button } from '@/app/_ui/button'
import { fill } from '@/app/_ui/fill'
import { shareDraft, takeDraft } from '../work-actions'
import type { ComposerWords } from './composer-words'
import type { Mode } from './deed'
import { useTry } from './use-answer'
import { ask } from './use-deed'

/** What a colleague began and lets the team go on with. */
export type OthersDraft = { kind: Mode; from: { id: string; name: string }; text: string }

type SharedDraftsProps = {
  ticket: { id: string }
  mode: Mode
  others: OthersDraft[]
  /** Nothing of one's own would be lost. */
  free: boolean
  words: ComposerWords
}

/** Drafts of colleagues for this ticket. */
export function SharedDrafts({ ticket, mode, others, free, words }: SharedDraftsProps) {
  const { busy, run } = useTry(words.offline)
  const here = others.filter((one) => one.kind === mode)
  if (here.length === 0) return null
  return (
    <ul className="composer-line grid gap-1">
      {here.map((one) => (
        <li key={one.from.id} className="flex items-center gap-2">
          <span className="cut flex-1">
            <b className="font-medium">{fill(words.sharedBy, { name: one.from.name })}</b> {one.text}
          </span>
          {free ? (
            <Button
              size="sm"
              aria-disabled={busy}
              onClick={() =>
                run(
                  () => takeDraft({ ticket: ticket.id, kind: mode, from: one.from.id }),
                  null,
                  () => ask(mode, { text: one.text }),
                )
              }
            >
              {words.take}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

type ShareDraftProps = {
  ticket: { id: string }
  mode: Mode
  draft: { shared: boolean } | undefined
  /** There is something on the server to share. */
  shown: boolean
  words: ComposerWords
}

/** Whether the team may read one's own draft and go on with it. */
export function ShareDraft({ ticket, mode, draft, shown, words }: ShareDraftProps) {
  const { busy, run } = useTry(words.offline)
  if (!shown) return null
  const shared = draft?.shared ?? false
  return (
    <p className="composer-line">
      <button
        type="button"
        className="tool"
        aria-disabled={busy}
        onClick={() => run(() => shareDraft({ ticket: ticket.id, kind: mode, shared: !shared }), null)}
      >
        {shared ? words.unshare : words.share}
      </button>
    </p>
  )
}
