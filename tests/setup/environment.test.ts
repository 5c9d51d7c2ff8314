import { expect, test } from 'vitest'
import { db } from '@/db'
import * as schema from '@/db/schema'
import { organization, signIn } from '@/lib/identity'
import { templates } from '@/lib/journeys'
import { setUpCompany, setUpFromEnvironment } from '@/lib/setup'
import { emptied } from './emptied'

const at = new Date('2026-11-20T15:04:05.000Z')
const password = 'tres tigres comen trigo'

test('a password that will not do stops the start and names the variable', async () => {
  const start = setUpFromEnvironment({ adminEmail: 'ops@casalua.mx', adminPassword: 'password1234' }, at)
  await expect(start).rejects.toThrow(/^LAZO_ADMIN_PASSWORD: /)
  expect(await organization()).toBeNull()
})

test('without an address or a password nothing is made', async () => {
  expect(await setUpFromEnvironment({ adminEmail: null, adminPassword: password }, at)).toBe(false)
  expect(await organization()).toBeNull()
})

test('the unattended first start makes one company, however many processes start, and the next one none', async () => {
  const start = () => setUpFromEnvironment({ adminEmail: 'ops@casalua.mx', adminPassword: password }, at)
  expect((await Promise.all([start(), start()])).sort()).toEqual([false, true])
  expect(await start()).toBe(false)
  expect(await organization()).toMatchObject({ name: 'Mi empresa', country: 'MX', locale: 'es', currency: 'MXN' })
  const { sid } = await signIn({ email: 'ops@casalua.mx', password, address: null, agent: null }, at)
  expect(sid).toBeTruthy()
})

test('every template founds a company in either language', async () => {
  for (const { slug, stages } of templates) {
    await emptied()
    const organization = { name: 'Acme', country: 'US', locale: 'en', timeZone: 'America/New_York' } as const
    const admin = { name: 'Kim', email: 'kim@example.com', password }
    await setUpCompany({ organization, admin, template: slug }, at)
    const rows = await db.select().from(schema.stages).orderBy(schema.stages.position)
    expect(rows.map((row) => row.name)).toEqual(stages.map((stage) => stage.name.en))
    expect(rows.map((row) => row.names.es)).toEqual(stages.map((stage) => stage.name.es))
  }
})
