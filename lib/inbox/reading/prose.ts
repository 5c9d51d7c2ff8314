import type { Report } from '../parsed'
import { addressIn, enhanced } from './report'

const failed =
  /this is the qmail-send program|could not be delivered|couldn.t be delivered|delivery to the following recipients? failed|delivery (has )?failed|wasn.t delivered|was not delivered|undeliverable|undelivered|unable to deliver|message (was )?blocked|permanent (fatal )?error|the following address(es)? (failed|had permanent)|no se ha podido entregar|no se pudo entregar|error al entregar|no fue entregado|não (foi|pôde ser) entregue|not delivered|address not found|delivery incomplete|mail delivery failed/i
const delayed =
  /has not (yet )?been delivered|will (be retried|retry|continue to try)|delivery delayed|delay reason|se seguirá intentando|warning: could not send/i
const subjects =
  /undeliver|delivery (status|failure|has failed|incomplete|delayed)|mail delivery|failure notice|returned mail|message could not|no se (pudo|puede|ha podido) entregar|devuelto|no entregado|rebot|não entregue|delivery notification/i
const before =
  /--- below this line is a copy|------ this is a copy of|----- original message|----- (the )?original message|--- returned message|----- message header|^received: |^return-path: /im

/**
 * A bounce in prose (qmail, Exim, old Exchange), by its known wordings; null when it does not read like one. Whether its sender
 * is a mail server at all is for the sorting to say.
 */
export function proseReport(subject: string, text: string, failedRecipients: string[]): Report | null {
  const whole = text.slice(0, 64 * 1024)
  const cut = before.exec(whole)?.index ?? whole.length
  const said = whole.slice(0, Math.min(cut, 8_000))
  const known = failed.test(said) || delayed.test(said)
  if (
    !known &&
    !(subjects.test(subject) && /\b[45]\d\d\b|\b[45]\.\d+\.\d+\b/.test(said)) &&
    failedRecipients.length === 0
  )
    return null
  const recipient = failedRecipients.map(addressIn).find(Boolean) ?? addressIn(afterGreeting(said))
  const status = enhanced(said)
  const reply = /(?:^|[\s:(])(?<number>[45]\d\d)[\s-](?<words>[^\n]{0,400})/m.exec(said)
  const waits = delayed.test(said) && !/permanent|given up|no longer|gave up/i.test(said)
  const returned = whole.slice(cut)
  return {
    kind: 'text',
    recipients: [
      {
        recipient: recipient ?? null,
        action: waits ? 'delayed' : 'failed',
        status,
        diagnostic: (reply?.[0].trim() ?? said.replace(/\s+/g, ' ')).slice(0, 500) || null,
      },
    ],
    returnedId: /^message-id:\s*(<[^<>\s]{1,500}>)/im.exec(returned)?.[1] ?? null,
    returnedFrom: null,
    returnedTo: addressIn(/^to:(.*)$/im.exec(returned)?.[1] ?? ''),
  }
}

// The greeting may name the server's own postmaster.
const afterGreeting = (said: string): string => {
  const lines = said.split('\n')
  const start = lines.findIndex((words) => failed.test(words) || delayed.test(words))
  return lines
    .slice(Math.max(0, start))
    .join('\n')
    .replace(/\b(postmaster|mailer-daemon)@\S+/gi, '')
}
