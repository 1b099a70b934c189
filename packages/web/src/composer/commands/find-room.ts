import type { Room } from '@natter/protocol'
import { isRoomId } from '@natter/protocol'
import { fold } from '../../words/fold.ts'
import { say } from '../../words/say.ts'
import type { CommandCall, Outcome } from './slash-command.ts'
import { refused } from './slash-command.ts'

/** One's own or a public room by its name, written with or without #, or by a link to it. */
export async function findRoom(
  { app: { natter } }: Pick<CommandCall, 'app'>,
  written: string,
): Promise<Room | Outcome> {
  const name = nameIn(written)
  const own = natter.rooms.value.map(({ room }) => room)
  const known = own.filter((room) => isCalled(room, name))
  if (known.length === 1 && known[0]) return known[0]
  const { rooms } = isRoomId(name) ? { rooms: [] } : await natter.http.publicRooms(name)
  const all = new Map([...known, ...rooms.filter((room) => isCalled(room, name))].map((room) => [room.id, room]))
  const [only] = all.values()
  if (only === undefined && isRoomId(name))
    return natter.room(name).info.value ?? refused(say('composer.noRoomCalled', { room: written }))
  if (all.size > 1) return refused(say('composer.manyRoomsCalled', { room: written }))
  return only ?? refused(say('composer.noRoomCalled', { room: written }))
}

export function isRoom(found: Room | Outcome): found is Room {
  return 'id' in found
}

/** The suggestions write a room of several words as a link with its id. */
function nameIn(written: string): string {
  return /\/r\/(\w+)\)?$/.exec(written)?.[1] ?? written.replace(/^#/, '')
}

function isCalled({ id, name = '', slug, people }: Room, wanted: string): boolean {
  return people === undefined && (id === wanted || slug === wanted || fold(name) === fold(wanted))
}
