import PostalMime from 'postal-mime'

/** What stands in a mail as it left, read by another's reader. */
export async function simpleParser(raw: string) {
  const mail = await new PostalMime().parse(raw)
  return {
    subject: mail.subject,
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      name: filename,
      type: mimeType,
      bytes: Buffer.from(content as ArrayBuffer),
    })),
  }
}
