import type { RoomHandle, TimelineItem } from '@natter/client'
import type { Message, RoomId } from '@natter/protocol'
import type { Device } from '../world/device.ts'
import type { Random } from '../world/random.ts'
import type { World } from '../world/world.ts'
import { noteRefusal } from './refusals.ts'
import { send } from './send.ts'

/** Emoji that people react with. */
const EMOJI = ['👍', '❤️', '🎉']
/** Code points of four bytes each: close to the longest text there may be. */
const LONG_TEXT_MAX = 7_500
const LONG_LETTER = '🧵'

/** Few, so that devices meet at the same ones. */
const SETTING_KEYS = ['theme', 'density', 'room.rm_founded0']

/** What an act has at hand. */
interface Scene {
  world: World
  device: Device
  draw: Random
  room: RoomHandle
  /** Messages that the device shows of the room. */
  messages: Message[]
}

/** Acts by how often they are done. */
const ACTS: readonly [weight: number, act: (scene: Scene) => void][] = [
  [30, sendSome],
  [12, openRoom],
  [5, closeRoom],
  [7, edit],
  [4, erase],
  [8, react],
  [8, markRead],
  [2, markUnread],
  [3, type],
  [3, browse],
  [2, setStatus],
  [2, rename],
]
/** Those that change who is where. */
const COMINGS: typeof ACTS = [
  [4, remove],
  [5, invite],
  [2, leave],
  [5, join],
  [2, makeRoom],
  [4, openDm],
]

/** Those that are about no room. */
const SETTINGS: typeof ACTS = [[8, changeSettings]]

/** One step of work by one device, whatever comes to its mind. */
export function act(world: World, device: Device, draw: Random): void {
  if (device.isAsleep) return
  const known = device.natter.rooms.value.map(({ id }) => id)
  const all = [...world.rooms]
  const id = draw.chance(0.9) && known.length > 0 ? draw.pick(known) : draw.pick(all)
  const room = device.natter.room(id)
  const messages = room.timeline.value.items.flatMap(messageOf)
  const { faults } = world.plan
  const acts = [...ACTS, ...(faults.has('membership') ? COMINGS : []), ...(faults.has('settings') ? SETTINGS : [])]
  choose(acts, draw)({ world, device, draw, room, messages })
}

function choose(acts: typeof ACTS, draw: Random): (scene: Scene) => void {
  let left = draw.next() * acts.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, each] of acts) if ((left -= weight) < 0) return each
  return sendSome
}

function messageOf(item: TimelineItem): Message[] {
  return item.kind === 'message' ? [item.message] : []
}

function sendSome({ world, device, draw, room }: Scene): void {
  const { faults } = world.plan
  const isFlood = faults.has('flood')
  const count = isFlood ? 8 : draw.pick([1, 1, 1, 2, 5])
  for (let index = 0; index < count; index++) {
    const mention = draw.chance(0.2) ? ` @${draw.pick(world.users).handle}` : ''
    const length =
      isFlood || (faults.has('longTexts') && draw.chance(0.5)) ? draw.between(LONG_TEXT_MAX >> 1, LONG_TEXT_MAX) : 0
    send(world, device, room, `${device.name} ${world.records.length}${mention}${LONG_LETTER.repeat(length)}`)
  }
}

function openRoom({ world, device, room }: Scene): void {
  if (device.page.onScreen.has(room.id)) return
  device.page.onScreen.add(room.id)
  world.trace(`${device.name} opens ${room.id}`)
  run(world, device, `opening ${room.id}`, room.open())
}

function closeRoom({ world, device, room }: Scene): void {
  if (!device.page.onScreen.delete(room.id)) return
  world.trace(`${device.name} closes ${room.id}`)
  room.close()
}

function edit({ world, device, draw, room, messages }: Scene): void {
  const mine = messages.filter(({ by, deletedAt }) => by === device.user.id && deletedAt === undefined)
  if (mine.length === 0) return
  const { seq } = draw.pick(mine)
  run(world, device, `editing ${seq} of ${room.id}`, room.edit(seq, `edited ${world.records.length}`))
}

function erase({ world, device, draw, room, messages }: Scene): void {
  const mine = messages.filter(({ by, deletedAt }) => by === device.user.id && deletedAt === undefined)
  if (mine.length === 0) return
  const { seq } = draw.pick(mine)
  run(world, device, `deleting ${seq} of ${room.id}`, room.delete(seq))
}

function react({ world, device, draw, room, messages }: Scene): void {
  const there = messages.filter(({ deletedAt }) => deletedAt === undefined)
  if (there.length === 0) return
  const { seq } = draw.pick(there)
  const emoji = draw.pick(EMOJI)
  const change = draw.chance(0.7) ? room.react(seq, emoji) : room.unreact(seq, emoji)
  run(world, device, `reacting to ${seq} of ${room.id}`, change)
}

function markRead({ draw, room, messages }: Scene): void {
  if (messages.length > 0) room.markRead(draw.chance(0.7) ? (messages.at(-1)?.seq ?? 0) : draw.pick(messages).seq)
}

function markUnread({ world, device, draw, room, messages }: Scene): void {
  if (messages.length === 0) return
  const { seq } = draw.pick(messages)
  run(world, device, `marking ${room.id} unread from ${seq}`, room.markUnread(seq))
}

function type({ draw, room }: Scene): void {
  room.typing(draw.chance(0.8))
}

function browse({ world, device, draw, room, messages }: Scene): void {
  if (room.timeline.value.status !== 'live') return
  const turn = draw.between(0, 3)
  if (turn === 0) run(world, device, `older of ${room.id}`, room.loadOlder())
  else if (turn === 1) run(world, device, `newer of ${room.id}`, room.loadNewer())
  else if (turn === 2) run(world, device, `the latest of ${room.id}`, room.jumpToLatest())
  else if (messages.length > 0) run(world, device, `a jump in ${room.id}`, room.jumpTo(draw.pick(messages).seq))
}

function setStatus({ world, device, draw }: Scene): void {
  if (draw.chance(0.5)) {
    device.page.isIdle = draw.chance(0.4)
    device.natter.setActive(!device.page.isIdle)
  } else run(world, device, 'a status', device.natter.setStatus(draw.pick(['active', 'away', 'dnd', 'offline'])))
}

function rename({ world, device, room }: Scene): void {
  run(world, device, `renaming ${room.id}`, room.update({ topic: `topic ${world.records.length}` }))
}

function changeSettings({ world, device, draw }: Scene): void {
  const value = draw.chance(0.3) ? null : world.records.length
  run(world, device, 'a setting', device.natter.setSettings({ [draw.pick(SETTING_KEYS)]: value }))
}

function remove({ world, device, draw, room }: Scene): void {
  run(world, device, `removing somebody from ${room.id}`, room.remove(draw.pick(world.users).id))
}

function invite({ world, device, draw, room }: Scene): void {
  run(world, device, `inviting somebody to ${room.id}`, room.invite(draw.pick(world.users).id))
}

function leave({ world, device, room }: Scene): void {
  run(world, device, `leaving ${room.id}`, room.leave())
}

function join({ world, device, draw }: Scene): void {
  const room = draw.pick([...world.rooms])
  run(world, device, `joining ${room}`, device.natter.joinRoom(room))
}

function makeRoom({ world, device, draw }: Scene): void {
  const made = device.natter.createRoom({
    kind: draw.pick(['public', 'private']),
    name: `Made ${world.records.length}`,
  })
  run(
    world,
    device,
    'making a room',
    made.then(({ id }) => note(world, id)),
  )
}

/** Two who open it at once must meet in one. */
function openDm({ world, draw }: Scene): void {
  const [one, other] = [draw.pick(world.devices), draw.pick(world.devices)]
  if (one.user.id === other.user.id || one.isAsleep || other.isAsleep) return
  const rooms = [
    one.natter.openDm([other.user.id]).then(({ id }) => note(world, id)),
    other.natter.openDm([one.user.id]).then(({ id }) => note(world, id)),
  ] as const
  run(world, one, 'a direct room', rooms[0])
  run(world, other, 'a direct room', rooms[1])
  Promise.all(rooms).then(
    ([a, b]) => a === b || world.blame(`two people opened two direct rooms, ${a} and ${b}`),
    () => undefined,
  )
}

function note(world: World, room: RoomId): RoomId {
  world.rooms.add(room)
  return room
}

function run(world: World, device: Device, what: string, answer: Promise<unknown>): void {
  const { page, name } = device
  world
    .expect(page, `${what} by ${name}`, answer)
    .catch((error: unknown) => noteRefusal(world, `${name}: ${what}`, error))
}
