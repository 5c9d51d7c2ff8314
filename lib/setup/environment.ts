import { organization } from '@/lib/identity'
import { templates } from '@/lib/journeys'
import type { Env } from '@/lib/kit/env'
import { isRefusal } from '@/lib/kit/refusal'
import { setUpCompany } from './set-up'

/**
 * The unattended first start: with an administrator's address and password in the environment and no organization yet, a
 * company with the first template stands. True if it was made now. A password that will not do stops the start in words.
 */
export async function setUpFromEnvironment(
  env: Pick<Env, 'adminEmail' | 'adminPassword'>,
  now: Date,
): Promise<boolean> {
  const { adminEmail: email, adminPassword: password } = env
  const [template] = templates
  if (!email || !password || !template || (await organization())) return false
  try {
    await setUpCompany(
      {
        organization: { name: 'Mi empresa', country: 'MX', locale: 'es', timeZone: 'America/Mexico_City' },
        admin: { name: email.split('@')[0] ?? email, email, password },
        template: template.slug,
      },
      now,
    )
    return true
  } catch (error) {
    // Another process of the same first start was quicker.
    if (isRefusal(error) && error.code === 'organization.taken') return false
    if (!isRefusal(error)) throw error
    const issue = error.issues[0]
    throw new Error(
      `${issue?.path === 'password' ? 'LAZO_ADMIN_PASSWORD' : 'LAZO_ADMIN_EMAIL'}: ${issue?.code ?? error.code}`,
    )
  }
}
