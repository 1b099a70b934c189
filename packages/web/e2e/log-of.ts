import type { Page } from '@playwright/test'
import { isRoomId } from '@natter/protocol'
import type { ServerProcess } from './server-process.ts'
import { talkAs } from './talker.ts'

/** What the server has of the room a page shows, in its order, as somebody else in that room reads it. */
export async function logOf(place: ServerProcess, page: Page, reader: string): Promise<string[]> {
  const [, id = ''] = /\/r\/(\w+)/.exec(page.url()) ?? []
  if (!isRoomId(id)) throw new Error(`${page.url()} shows no room.`)
  await using talker = await talkAs(place.url, reader)
  const room = talker.room(id)
  await room.open()
  return room.timeline.value.items.flatMap((item) => (item.kind === 'message' ? [item.message.text] : []))
}
