import { startMailbox } from '@/lib/inbox/handlers'

// A reader of the mailbox to be killed.
startMailbox()
setInterval(() => undefined, 60_000)
