'use server'
import { z } from 'zod'
import { Email, LocaleWord, Password, PersonName, signIn, startSession, Zone } from '@/lib/identity'
import { once } from '@/lib/kit/once'
import { refuse } from '@/lib/kit/refusal'
import { loadSample, sampleAccounts } from '@/lib/sample'
import { countries, setUpCompany } from '@/lib/setup'
import { entering, type Knock } from '../_parts/entering'

const Code = z.object({ code: z.string().trim().max(40).optional() })
const Own = Code.extend({
  company: z.string().trim().min(1, 'nameNeeded').max(120, 'tooLong'),
  country: z.enum(countries, 'choose'),
  locale: LocaleWord,
  timeZone: Zone,
  name: PersonName,
  email: Email,
  password: Password,
  template: z.string('choose').min(1, 'choose').max(64),
})

/** A company of one's own; its administrator is in at once. */
export const foundOwn = entering(
  Own,
  async ({ code, company, country, locale, timeZone, template, ...admin }, knock) => {
    demandCode(code, knock)
    const organization = { name: company, country, locale, timeZone }
    const { userId } = await setUpCompany({ organization, admin, template }, knock.now)
    return { ...(await startSession(userId, knock.visit, knock.now)), go: '/' }
  },
)

/** The sample company; whoever loaded it comes in as its administrator. */
export const foundSample = entering(Code, async ({ code }, knock) => {
  demandCode(code, knock)
  await loadSample(knock.now)
  const admin = sampleAccounts.find((one) => one.role === 'admin') ?? refuse('action.failed')
  return { ...(await signIn({ ...admin, ...knock.visit }, knock.now)), go: '/' }
})

// From the machine itself it opens; from elsewhere only with what its console printed.
function demandCode(code: string | undefined, { local }: Knock): void {
  if (local) return
  const printed = once<string | null>('setup.code', () => null)
  if (!printed || code !== printed) refuse('input.invalid', {}, [{ path: 'code', code: 'setup.code', message: '' }])
}
