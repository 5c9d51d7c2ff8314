import { fold } from '@/lib/kit/text'
import company from './data/company.json'

/** One word opens every account of the sample. */
export const samplePassword = 'casa lua abre a las diez'

/** ana.ruiz of «Ana Ruiz»: first and last name, without accents. */
export const addressOf = (name: string, host: string): string =>
  `${fold(name)
    .replace(/[^a-z ]/g, '')
    .replace(/ +/g, '.')}@${host}`

/** Who can sign in to the sample company: the people worth being, one for each role and a second agent. */
export const sampleAccounts: { name: string; email: string; role: string; password: string }[] = company.people
  .filter((person) => 'shown' in person)
  .map(({ name, role }) => ({ name, email: addressOf(name, company.domain), role, password: samplePassword }))
