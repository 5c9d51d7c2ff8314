import { saveView } from '@/lib/desk'
import { ViewInput } from '@/lib/desk/shared'
import { newId } from '@/lib/kit/ids'
import type { World } from '../support/world'

/** A view that is shared with a team. */
export async function viewOf(team: string, world: World, now: Date): Promise<{ view: string }> {
  const input = ViewInput.parse({ name: 'Del equipo', query: 'status:open', sharing: 'team', team })
  // Somebody else's each time: one person keeps fifty at most.
  return { view: (await saveView({ ...world.admin, id: newId('user') }, input, now)).id }
}

export const noView = { view: newId('view') }
