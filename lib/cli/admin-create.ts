import { createUser, NewUserInput, organization } from '@/lib/identity'
import { now } from '@/lib/kit/clock'
import type { Command } from './command'
import { ask, checked, terminal } from './terminal'

export const adminCreate: Command = {
  operands: [],
  options: { email: { type: 'string' }, name: { type: 'string' }, password: { type: 'string' } },
  run: async ({ options, t, say }) => {
    if (!(await organization())) throw new Error(t('cli.noOrganization'))
    const given = async (name: string, question: string, secret = false) =>
      String(options[name] ?? (await ask(question, secret)))
    const email = await given('email', t('cli.askEmail'))
    const name = await given('name', t('cli.askName'))
    const password = await given('password', t('cli.askPassword'), true)
    await createUser(terminal, checked(NewUserInput, { email, name, password, role: 'admin', teams: [] }), now())
    say(t('cli.adminCreated', { email }))
    return 0
  },
}
