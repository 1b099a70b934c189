import { isDeepStrictEqual } from 'node:util'
import type { Message, Room, RoomId, UserCatchUp } from '@natter/protocol'
import type { Device } from '../world/device.ts'
import type { World } from '../world/world.ts'

const EVERYTHING = 1_000_000

/**
 * Sentences about what a device shows otherwise than the store has it; none once it has caught up. Counts of unread
 * messages are only exact after a greeting: what another device of the same user posts moves the mark, and is not told.
 */
export async function differences(world: World, device: Device, isGreeted: boolean): Promise<string[]> {
  const { natter, user, name } = device
  if (natter.connection.value.state !== 'live') return [`${name} is ${JSON.stringify(natter.connection.value)}`]
  const { truth } = world.store
  const { rooms } = await truth.roomsOf(user.id, { after: undefined, limit: EVERYTHING })
  const greeting = await truth.greet(user.id, null, world.time.now)
  const shown = new Map(natter.rooms.value.map((summary) => [summary.id, summary]))
  const found = settingsDifferences(device, JSON.parse(greeting?.user.json ?? 'null') as UserCatchUp)
  for (const id of shown.keys())
    if (!rooms.some((room) => room.id === id)) found.push(`${name} shows ${id}, which is not theirs`)
  for (const room of rooms) {
    const summary = shown.get(room.id)
    const entry = greeting?.digest.find(([id]) => id === room.id)
    if (summary === undefined) found.push(`${name} does not show ${room.id}`)
    else if (entry !== undefined) {
      const unread = entry[2] - entry[3]
      if (isGreeted && summary.unread !== unread)
        found.push(`${name} counts ${summary.unread} unread in ${room.id}, they are ${unread}`)
      found.push(...(await roomDifferences(world, device, room, summary.room)))
    }
  }
  return found
}

function settingsDifferences({ natter, name }: Device, fresh: UserCatchUp): string[] {
  const shown = natter.settings.value
  if (fresh.mode !== 'reset' || isDeepStrictEqual({ ...shown }, fresh.settings)) return []
  return [`${name} has set ${JSON.stringify(shown)}, stored is ${JSON.stringify(fresh.settings)}`]
}

async function roomDifferences(
  world: World,
  { natter, name, page }: Device,
  room: Room,
  shown: Room,
): Promise<string[]> {
  const { timeline } = natter.room(room.id)
  const { status, items, atStart, atEnd, me } = timeline.value
  const found: string[] = []
  // Of a closed room only the number of its last change is told: another log of the same epoch may use it again.
  const isCertain = world.restores.every(({ isNewEpoch }) => isNewEpoch)
  if (isCertain && (shown.name !== room.name || shown.topic !== room.topic))
    found.push(`${name} shows ${room.id} as "${shown.name}" "${shown.topic}", it is "${room.name}" "${room.topic}"`)
  const isOnScreen = page.onScreen.has(room.id)
  if (isOnScreen !== (status !== 'closed'))
    found.push(`${name} has ${room.id} as ${status}, ${isOnScreen ? '' : 'not '}on screen`)
  if (!isOnScreen) return found
  if (status === 'loading') return [...found, `${name} still loads ${room.id}`]
  if (!isDeepStrictEqual(shown, room))
    found.push(`${name} shows ${room.id} as ${JSON.stringify(shown)}, it is ${JSON.stringify(room)}`)
  if (me === undefined) found.push(`${name} is in ${room.id} and does not know`)
  const messages = items.flatMap((item) => (item.kind === 'message' ? [item.message] : []))
  const pending = items.flatMap((item) => (item.kind === 'pending' && item.state === 'pending' ? [item.cid] : []))
  if (pending.length > 0) found.push(`${name} has not got rid of ${pending.join(', ')} in ${room.id}`)
  return [
    ...found,
    ...messageDifferences(`${name} in ${room.id}`, { messages, atStart, atEnd }, await allMessages(world, room.id)),
  ]
}

function messageDifferences(
  where: string,
  { messages, atStart, atEnd }: { messages: Message[]; atStart: boolean; atEnd: boolean },
  all: readonly Message[],
): string[] {
  const first = messages[0]?.seq ?? Infinity
  const last = messages.at(-1)?.seq ?? 0
  const there = all.filter(({ seq }) => seq >= first && seq <= last)
  const found: string[] = []
  if (atEnd && last !== (all.at(-1)?.seq ?? 0)) found.push(`${where} ends at ${last}, not at ${all.at(-1)?.seq}`)
  if (atStart && all[0] !== undefined && first !== all[0].seq)
    found.push(`${where} begins at ${first}, not at ${all[0].seq}`)
  if (messages.length === there.length && isDeepStrictEqual(messages, there)) return found
  const wrong = there.find((message, index) => !isDeepStrictEqual(message, messages[index]))
  const shown = messages.find(({ seq }) => seq === wrong?.seq)
  return [
    ...found,
    `${where} shows ${messages.length} of ${there.length}: ${JSON.stringify(shown)} for ${JSON.stringify(wrong)}`,
  ]
}

async function allMessages(world: World, room: RoomId): Promise<Message[]> {
  const { truth } = world.store
  const [member] = await membersOf(world, room)
  if (member === undefined) return []
  const all: Message[] = []
  for (;;) {
    const page = await truth.history(member, room, { after: all.at(-1)?.seq ?? 0, limit: 100 })
    if (typeof page !== 'string') throw new Error(page.refused.message)
    const { messages, more } = JSON.parse(page) as { messages: Message[]; more: boolean }
    all.push(...messages)
    if (!more) return all
  }
}

async function membersOf(world: World, room: RoomId): Promise<World['users'][number]['id'][]> {
  const inside: World['users'][number]['id'][] = []
  for (const { id } of world.users) if (!('refused' in (await world.store.truth.roomFor(id, room)))) inside.push(id)
  return inside
}
