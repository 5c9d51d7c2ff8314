import { createKey, KeyInput, type Scope, scopes } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import type { Call, Command } from './command'
import { checked, terminal } from './terminal'

/** Prints only the key, so that it can be piped. */
export const keyCreate: Command = {
  operands: [],
  options: { name: { type: 'string' }, scopes: { type: 'string' }, rate: { type: 'string' } },
  required: ['name', 'scopes'],
  run: async (call) => {
    const { name, rate = '1000' } = call.options
    if (!/^\d{1,9}$/.test(String(rate))) throw new Error(call.t('cli.rate'))
    const input = checked(KeyInput, { name: String(name), scopes: scopesOf(call), rate: Number(rate) })
    call.say((await createKey(terminal, input, now())).key)
    return 0
  },
}

function scopesOf({ options, t }: Call): Scope[] {
  const asked = String(options.scopes)
    .split(',')
    .map((word) => word.trim())
  const known = asked.filter((word): word is Scope => (scopes as readonly string[]).includes(word))
  if (known.length < asked.length) throw new Error(t('cli.scopes', { known: scopes.join(', ') }))
  return known
}
