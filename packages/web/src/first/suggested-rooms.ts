import type { RoomId } from '@natter/protocol'
import type { App } from '../app/app-context.ts'
import { say } from '../words/say.ts'

export const SUGGESTED = ['general', 'ideas', 'chatter'] as const
export type Suggested = (typeof SUGGESTED)[number]

/** Makes the rooms, in order, and opens the first with a first message to send, or not; not for one who has gone elsewhere meanwhile. */
export async function makeRooms(
  { natter, router, drafts }: Pick<App, 'natter' | 'router' | 'drafts'>,
  rooms: readonly Suggested[],
): Promise<void> {
  const made: RoomId[] = []
  for (const name of rooms) {
    const room = await natter.createRoom({
      kind: 'public',
      name: say(`first.room.${name}`),
      topic: say(`first.topic.${name}`),
    })
    if (made.length === 0) drafts.of(room.id).text.value = say('first.hello')
    made.push(room.id)
  }
  const [first] = made
  const { value: here } = router.route
  const isStillThere = here.at === 'home' || (here.at === 'room' && made.includes(here.room))
  if (first !== undefined && isStillThere) router.go({ at: 'room', room: first })
}
