'use client'
import dynamic from 'next/dynamic'
import { fill } from '@/app/_ui/fill'
import { ChangePicker } from './change-picker'
import { DiscardPicker } from './discard-picker'
import { KeysHeld } from './keys-held'
import type { QueueWords } from './queue-words'
import type { Choices } from './row-view'
import type { SnoozeWords } from './snooze-picker'
import type { Asking, Deeds } from './use-queue-deeds'

// What is asked seldom is fetched when it is asked.
const SnoozePicker = dynamic(() => import('./snooze-picker').then((its) => its.SnoozePicker), { loading: KeysHeld })
const MergeDialog = dynamic(() => import('./merge-dialog').then((its) => its.MergeDialog), { loading: KeysHeld })
const MacroDialog = dynamic(() => import('./macro-dialog').then((its) => its.MacroDialog), { loading: KeysHeld })

type QueueDialogsProps = { deeds: Deeds; choices: Choices; snoozing: SnoozeWords; words: QueueWords }

/** The questions behind the list's deeds: which person, until when, which macro, into which ticket, why. */
export function QueueDialogs({ deeds, choices, snoozing, words }: QueueDialogsProps) {
  const { asking, setAsking, targets, change } = deeds
  const [one] = targets
  const single = targets.length === 1 && !deeds.everything ? (one ?? null) : null
  const note = single ? `#${single.number}` : fill(words.chosen.many, { n: targets.length })
  const close = () => setAsking(null)
  const kind = asking && isChange(asking) ? asking : null
  return (
    <>
      <ChangePicker
        kind={kind}
        choices={choices}
        current={single}
        note={targets.length > 0 ? note : undefined}
        words={words}
        onClose={close}
        onPick={(what, choice) => {
          const taken = what === 'tag' && single?.tags.includes(choice?.id ?? '')
          change(taken ? 'untag' : what, choice)
        }}
      />
      {asking === 'snooze' || asking === 'snoozing' ? (
        <SnoozePicker
          open={asking === 'snooze'}
          note={note}
          words={snoozing}
          onWake={single?.snoozed ? () => change('wake', null) : undefined}
          // It stays while one's own time is asked for.
          onClose={() => setAsking('snoozing')}
          onPick={(until) => {
            const usual = snoozing.choices.find((choice) => choice.until === until)
            change('snooze', { id: until, name: usual?.note ?? new Date(until).toLocaleString() })
            close()
          }}
        />
      ) : null}
      {asking === 'merge' ? <MergeDialog deeds={deeds} single={single} words={words} onClose={close} /> : null}
      {asking === 'macro' ? (
        <MacroDialog deeds={deeds} single={single} note={note} words={words} onClose={close} />
      ) : null}
      <DiscardPicker
        open={asking === 'discard'}
        deeds={deeds}
        single={single}
        note={note}
        words={words}
        onClose={close}
      />
    </>
  )
}

const others: readonly Asking[] = ['snooze', 'snoozing', 'macro', 'merge', 'discard']
const isChange = (asking: Asking): asking is Exclude<Asking, 'snooze' | 'snoozing' | 'macro' | 'merge' | 'discard'> =>
  !others.includes(asking)
