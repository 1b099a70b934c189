import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { RoomId } from '@natter/protocol'
import { COMMANDS } from '@natter/protocol/schemas'
import { baseFrames } from '../../../protocol/test/base-frames.ts'
import { ask, newRoom, openPlace, outcomeOf } from './place.ts'
import type { RawSocket } from './raw-socket.ts'

const place = await openPlace()
after(() => place.close())
const ada = await place.enter(place.ada)
const ben = await place.enter(place.ben)
const seq = 1

/** Rooms that ben may not see, each for another reason, and what they are called here. */
const HIDDEN: Record<string, RoomId> = {
  'a private room': (await newRoom(ada, 'private')).room,
  'a room he was put out of': await roomWithoutBen(),
  'a room he has left': await roomThatBenLeft(),
  'an archived room': await archivedRoom(),
  'a conversation of others': (await ask(ada, 'dm.open', { users: [place.kim.user.id], cid: 'dm' })).room.id,
}

/** As long as the ids of rooms that are there. */
const NOWHERE: RoomId = `rm_${'0'.repeat(HIDDEN['a private room']?.slice(3).length ?? 20)}`

const asking = baseFrames({ room: NOWHERE, user: place.kim.user.id, seq }).filter(
  ({ type }) => type !== 'hello' && type !== 'bye',
)
const withRoom = asking.filter((frame) => JSON.stringify(frame).includes(NOWHERE))

for (const [name, room] of Object.entries(HIDDEN)) {
  test(`BAD-12 ${name} is answered, command by command, letter by letter, like one that does not exist`, async () => {
    for (const frame of withRoom) {
      const missing = await ben.ask(JSON.stringify(frame))
      const hidden = await ben.ask(JSON.stringify(frame).replaceAll(NOWHERE, room))
      assert('text' in missing && 'text' in hidden, frame.type)
      assert.equal(hidden.text.replaceAll(room, NOWHERE), missing.text, frame.type)
    }
  })

  test(`BAD-12 a hello that names ${name} is answered like one that names none`, async () => {
    const rooms = async (asked: RoomId): Promise<string> => {
      const raw = await place.socket()
      const hello = { id: 1, type: 'hello', version: 1, token: place.ben.token, rooms: { [asked]: null } }
      const answer = await raw.ask(JSON.stringify(hello))
      raw.cut()
      assert('ok' in answer)
      return JSON.stringify(answer.ok['rooms']).replaceAll(asked, 'it')
    }
    assert.equal(await rooms(room), await rooms(NOWHERE))
    assert.match(await rooms(room), /"not_found"/)
  })

  test(`BAD-12 nothing is heard of ${name}`, async () => {
    const before = ben.heard.length
    for (const frame of withRoom) await ben.ask(JSON.stringify(frame).replaceAll(NOWHERE, room))
    if (name !== 'an archived room')
      await ask(ada, 'message.send', {
        room,
        cid: `quiet ${name}`.replaceAll(' ', '-'),
        text: `@${place.ben.user.handle}`,
      })
    await ask(ada, 'typing', { room, on: true })
    // What went out before the answer to a later question has come by now.
    for (let i = 0; i < 3; i++) await ask(ben, 'users', { users: [] })
    assert.deepEqual(
      ben.heard.slice(before).filter((text) => text.includes(room)),
      [],
    )
  })
}

test('BAD-12 whoever may see a room hears of it, so the silence above means something', async () => {
  const room = HIDDEN['a private room'] ?? NOWHERE
  await ask(ada, 'room.open', { room })
  const before = ada.heard.length
  await ask(ada, 'message.send', { room, cid: 'loud', text: 'hello?' })
  while (!ada.heard.slice(before).some((text) => text.includes(room))) await ask(ada, 'users', { users: [] })
})

test('BAD-12 every command that names a room has been tried, and is refused unless it tells nothing', async () => {
  const outcomes: Record<string, string | number> = {}
  for (const frame of withRoom) outcomes[frame.type] = outcomeOf(await ben.ask(JSON.stringify(frame)))
  const withoutAnswer = ['room.close', 'delivered', 'sync', 'rooms']
  for (const [type, outcome] of Object.entries(outcomes))
    assert.equal(outcome, withoutAnswer.includes(type) ? 'ok' : 'not_found', type)
  const named = Object.entries(COMMANDS).filter(([, { schema }]) =>
    ['room', 'rooms', 'marks'].some((key) => key in schema.shape),
  )
  assert.deepEqual(
    Object.keys(outcomes).toSorted(),
    named
      .map(([type]) => type)
      .filter((type) => type !== 'hello')
      .toSorted(),
  )
})

test('BAD-1 none of this was a fault of the server', () => {
  assert.deepEqual(place.faults(), [])
})

async function roomWithoutBen(): Promise<RoomId> {
  const { room } = await newRoom(ada, 'private', [place.ben])
  await assertInside(ben, room)
  await ask(ada, 'room.remove', { room, user: place.ben.user.id, cid: 'out' })
  return room
}

async function roomThatBenLeft(): Promise<RoomId> {
  const { room } = await newRoom(ada, 'private', [place.ben])
  await assertInside(ben, room)
  await ask(ben, 'room.leave', { room, cid: 'bye' })
  return room
}

async function archivedRoom(): Promise<RoomId> {
  const { room } = await newRoom(ada, 'private')
  await ask(ada, 'room.update', { room, archived: true, cid: 'shut' })
  return room
}

/** He must have been inside for being outside to mean anything. */
async function assertInside(raw: RawSocket, room: RoomId): Promise<void> {
  assert.equal((await ask(raw, 'history', { room })).messages.length, 1)
}
