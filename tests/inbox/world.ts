import { asc } from 'drizzle-orm'
import { db } from '@/db'
import { inbound } from '@/db/schema'

/** A small mail whose words no other has. */
export const mail = (words: string, headers = ''): string =>
  `From: Ana Ruiz <ana.ruiz@correo.example>\r\nTo: hola@casa.example\r\nSubject: Mi pedido\r\nMessage-ID: <${words.replace(/\W/g, '.')}@correo.example>\r\n${headers}\r\n${words}\r\n`

export const kept = () => db.select().from(inbound).orderBy(asc(inbound.id))

/** Waits until something holds, for a few seconds. */
export async function until(holds: () => Promise<boolean> | boolean, milliseconds = 10_000): Promise<void> {
  for (const end = Date.now() + milliseconds; ; ) {
    if (await holds()) return
    if (Date.now() > end) throw new Error('it did not come about')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
