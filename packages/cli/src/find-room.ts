import { isRoomId } from '@natter/protocol'
import type { Natter, Room, RoomId } from '@natter/client'
import { CliError, EXIT } from './exit-code.ts'
import { findUser } from './find-user.ts'
import { escapeLine } from './output/escape.ts'

/** How rooms can be named, for the help of commands. */
export const ROOM_HELP = 'its name or slug (with or without "#"), @handle for a direct conversation, or its id'

/** One of my rooms, by id, `#name`, name or slug; `@handle` is the direct conversation with that person, opened if need be. */
export async function findMyRoom(natter: Natter, named: string): Promise<RoomId> {
  if (named.startsWith('@')) {
    const room = await natter.openDm([(await findUser(natter.http, named)).id])
    return room.id
  }
  const mine = natter.rooms.value.map(({ room }) => room)
  return roomNamed(mine, named, 'Your rooms are listed by `natter rooms`; join a public one by `natter join`.').id
}

/** A public room, by id, name or slug. */
export async function findPublicRoom(natter: Natter, named: string): Promise<RoomId> {
  if (isRoomId(named)) return named
  const byName = await natter.http.publicRooms(named.replace(/^#/, ''))
  // The server looks in names and topics: a slug that shares no word with them is found among all.
  const rooms = byName.rooms.some((room) => isNamed(room, named))
    ? byName.rooms
    : (await natter.http.publicRooms()).rooms
  return roomNamed(rooms, named, 'The public rooms are listed by `natter rooms --all`.').id
}

/** The one room of that name. None or several: an error that says how to go on. */
export function roomNamed(rooms: readonly Room[], named: string, hint: string): Room {
  const byId = rooms.find(({ id }) => id === named)
  if (byId !== undefined) return byId
  const found = rooms.filter((room) => isNamed(room, named))
  const [first, second] = found
  if (first === undefined)
    throw new CliError(EXIT.failure, 'not_found', `There is no room "${escapeLine(named)}". ${hint}`)
  if (second === undefined) return first
  const bySlug = found.filter(({ slug }) => slug === plain(named))
  if (bySlug.length === 1 && bySlug[0] !== undefined) return bySlug[0]
  const ids = found.map(({ id }) => id).join(', ')
  throw new CliError(
    EXIT.failure,
    'ambiguous',
    `${found.length} rooms are called "${escapeLine(named)}". Name one by its id: ${ids}`,
  )
}

function isNamed(room: Room, named: string): boolean {
  return room.slug === plain(named) || (room.name !== undefined && plain(room.name) === plain(named))
}

/** Names are compared as people read them: whatever the case and the way accents are written. */
function plain(name: string): string {
  return name.replace(/^#/, '').normalize('NFKC').toLowerCase()
}
