import type { RoomId } from '@natter/protocol'
import type { App } from '../app/app-context.ts'
import { say } from '../words/say.ts'

export const SUGGESTED = ['general', 'ideas', 'chatter'] as const
export type Suggested = (typeof SUGGESTED)[number]

/** Makes the rooms, in order, and opens the first with a first message to send, or not. */
export async function makeRooms(
  { natter, router, drafts }: Pick<App, 'natter' | 'router' | 'drafts'>,
  rooms: readonly Suggested[],
): Promise<void> {
  let first: RoomId | undefined
  for (const name of rooms) {
    const room = await natter.createRoom({
      kind: 'public',
      name: say(`first.room.${name}`),
      topic: say(`first.topic.${name}`),
    })
    if (first === undefined) drafts.of(room.id).text.value = say('first.hello')
    first ??= room.id
  }
  if (first !== undefined) router.go({ at: 'room', room: first })
}
