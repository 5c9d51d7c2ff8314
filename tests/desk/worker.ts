import { handlers } from '@/lib/desk/handlers'
import { startLoop } from '@/lib/jobs'

// A worker to be killed: works off runs as they come, and says that it has begun.
startLoop(handlers, async () => undefined)
process.stdout.write('working\n')
