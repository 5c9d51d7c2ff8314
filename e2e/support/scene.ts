import { closeDatabase } from '@/db'
import { migrate } from '@/db/migrate'
import { setScene } from '../../tests/access/scene'

// Founds the company of the access table in DATA_DIR and tells who is signed in how, and what there is to ask for.
await migrate()
const scene = await setScene()
process.stdout.write(JSON.stringify({ entries: await scene.enter(), things: await scene.refused() }))
await closeDatabase()
