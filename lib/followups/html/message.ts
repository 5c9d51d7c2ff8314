import { and, eq, inArray, isNotNull, lte } from 'drizzle-orm'
import { db } from '@/db'
import { attachments, blobs } from '@/db/schema'
import type { Actor } from '@/lib/identity/shared'
import { rawOf, readMail } from '@/lib/inbox'
import { refuse } from '@/lib/kit/refusal'
import { messageFor } from '../source'
import { framed, framePolicy } from './page'
import { type Clean, cleanHtml, type Inline, mostInline } from './sanitize'

/** A mail's HTML for its frame: a document, how many remote pictures were left out, and the policy to serve it under. */
export type ShownHtml = { html: string; blocked: number; policy: string }

/**
 * A received message's HTML, made harmless; remote pictures only with `images`. Refuses `identity.forbidden`,
 * `message.unknown`, also for a message that has no HTML.
 */
export async function messageHtml(actor: Actor, id: string, { images }: { images: boolean }): Promise<ShownHtml> {
  const message = await messageFor(actor, id)
  if (!message.inboundId || !message.hasHtml) return refuse('message.unknown')
  return shownHtml(message.inboundId, images, actor.kind === 'user' ? actor.locale : 'es')
}

/** The same for a mail by its row; the caller has checked the reader. Refuses `message.unknown` where there is no HTML. */
export async function shownHtml(inboundId: string, images: boolean, language: string): Promise<ShownHtml> {
  const raw = await rawOf(inboundId)
  const html = raw ? (await readMail(raw)).html : null
  if (!html) return refuse('message.unknown')
  const clean: Clean = cleanHtml(html, { images, inline: await picturesOf(inboundId) })
  return { html: framed(clean, language), blocked: clean.blocked, policy: framePolicy(images) }
}

const shown = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

async function picturesOf(inboundId: string): Promise<Inline> {
  const rows = await db
    .select({ contentId: attachments.contentId, mediaType: attachments.mediaType, bytes: blobs.bytes })
    .from(attachments)
    .innerJoin(blobs, eq(blobs.sha256, attachments.sha256))
    .where(
      and(
        eq(attachments.inboundId, inboundId),
        isNotNull(attachments.contentId),
        inArray(attachments.mediaType, shown),
        lte(attachments.size, mostInline),
      ),
    )
  return (contentId) => {
    const found = rows.find((row) => row.contentId === contentId)
    return found ? `data:${found.mediaType};base64,${found.bytes.toString('base64')}` : null
  }
}
