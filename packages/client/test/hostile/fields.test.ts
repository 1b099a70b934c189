import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Command, CommandType, RoomId, UserId } from '@natter/protocol'
import { readCases, readVectors } from '../../../protocol/test/read-vectors.ts'
import { NatterError } from '../../src/index.ts'
import type { Natter, RoomHandle } from '../../src/index.ts'
import type { FakeRoom } from '../world/fake-room.ts'
import type { Scripted } from '../world/fake-server.ts'
import { texts, World } from '../world/world.ts'
import type { Person } from '../world/world.ts'
import { changedFrames } from './changed-frames.ts'
import { unheardIn } from './unheard.ts'

interface Scene {
  world: World
  kim: Person
  den: FakeRoom
  room: RoomHandle
}

async function scene(): Promise<Scene> {
  const world = new World()
  const kim = await world.live('kim')
  const ada = world.server.addUser('ada')
  const den = world.server.addRoom('den', [ada, kim.user])
  world.server.post(den, ada, 'first')
  const room = kim.natter.room(den.id)
  void room.open()
  await world.time.advance(200)
  return { world, kim, den, room }
}

/** The vectors' people and rooms are those of the scene. */
function here(text: string): string {
  return text
    .replaceAll('rm_den1', 'rm_den0000')
    .replaceAll('us_kim1', 'us_kim0000')
    .replaceAll('us_ada1', 'us_ada0000')
}

function lookAtAll({ kim, room }: Scene): void {
  const { natter } = kim
  for (const view of [room.timeline, room.members, room.receipts, room.typists, room.info])
    assert('value' in view && (view.value, true))
  for (const view of [
    natter.rooms,
    natter.announcements,
    natter.limits,
    natter.self,
    natter.user(kim.user.id),
    natter.presence(kim.user.id),
  ])
    assert('value' in view && (view.value, true))
  assert(Array.isArray(room.timeline.value.items) && Array.isArray(natter.rooms.value))
  JSON.stringify([room.timeline.value, natter.rooms.value, natter.announcements.value])
}

/** After whatever happened the client shows what comes next. */
async function assertWell(played: Scene): Promise<void> {
  const { world, kim, den } = played
  world.server.script = () => undefined
  // Left, perhaps, by a server that was believed.
  void played.room.open()
  world.server.cut()
  await world.time.advance(40_000)
  assert.equal(kim.natter.connection.value.state, 'live')
  world.server.post(den, kim.user, 'and on it goes')
  await world.time.advance(2_000)
  lookAtAll(played)
  assert.equal(texts(kim.natter, den.id).at(-1), 'and on it goes')
  await kim.natter.close()
}

for (const file of ['events-room.json', 'events-user.json', 'events-passing.json', 'control.json']) {
  test(`BAD-24 every field of every frame of ${file} may be gone or of another kind, and the client stays whole`, async () => {
    let sent = 0
    const unheard = await unheardIn(async () => {
      for (const { frame } of readCases(file).accepted) {
        const played = await scene()
        const { world, kim, den } = played
        for (const { text } of changedFrames(frame ?? {})) {
          // In its place in the log, so that it would be taken if it were good.
          const row = den.append({ type: 'message.unpinned', by: kim.user.id, subject: 1 }, world.time.now)
          const placed = here(text).replace('"seq":9', `"seq":${row.seq}`).replace('"m1Zr"', JSON.stringify(row.ref))
          kim.links.at(-1)?.send(placed)
          sent++
        }
        await world.time.advance(3_000)
        lookAtAll(played)
        await assertWell(played)
      }
    })
    assert.deepEqual(unheard, [])
    assert(sent > 100, `${sent} frames`)
  })
}

/** Within this time the SDK asks, at once or after having gathered, and is answered. */
const ASKED_WITHIN_MS = 1_200

interface Replies {
  accepted: { command: CommandType; frame: { ok: object } }[]
}

const REPLIES = (readVectors('replies.json') as Replies).accepted

let serial = 0
const nextUser = (): UserId => `us_new${serial++}`
const nextRoom = (): RoomId => `rm_new${serial++}`

/** What makes the SDK ask each command, and look at the answer. */
const ASKS: Partial<Record<CommandType, (played: { natter: Natter; room: RoomHandle; world: World }) => unknown>> = {
  'room.open': ({ room }) => {
    room.close()
    return room.open()
  },
  sync: ({ room, world }) => {
    for (const { link } of world.server.connections) link.send({ control: 'lag', rooms: [room.id] })
  },
  'message.sendMany': ({ room }) => [room.send('one'), room.send('two'), room.send('three')],
  'message.edit': ({ room }) => room.edit(3, 'x'),
  'message.delete': ({ room }) => room.delete(3),
  'reaction.add': ({ room }) => room.react(3, 'x'),
  'reaction.remove': ({ room }) => room.unreact(3, 'x'),
  history: ({ room }) => room.jumpTo(3),
  read: ({ room }) => room.markUnread(3),
  receipts: ({ room }) => room.whoRead(3),
  'room.create': ({ natter }) => natter.createRoom({ kind: 'public', name: 'x' }),
  'room.update': ({ room }) => room.update({ name: 'x' }),
  'room.join': ({ natter, room }) => natter.joinRoom(room.id),
  'room.leave': ({ room }) => room.leave(),
  'room.invite': ({ room }) => room.invite('us_x0000'),
  'room.remove': ({ room }) => room.remove('us_x0000'),
  'dm.open': ({ natter }) => natter.openDm(['us_x0000']),
  'presence.set': ({ natter }) => natter.setStatus('dnd'),
  members: ({ room }) => room.loadMembers(),
  users: ({ natter }) => natter.user(nextUser()).subscribe(() => undefined),
  rooms: ({ natter }) => natter.room(nextRoom()).info.subscribe(() => undefined),
  'presence.watch': ({ natter }) => natter.presence(nextUser()).subscribe(() => undefined),
}

for (const [type, ask] of Object.entries(ASKS)) {
  test(`BAD-24 every field of the reply to ${type} may be gone or of another kind, and whoever asked is answered`, async () => {
    let asked = 0
    const unheard = await unheardIn(async () => {
      for (const { frame } of REPLIES.filter(({ command }) => command === type)) {
        const played = await scene()
        const { world, kim, room } = played
        const scene_ = { natter: kim.natter, room, world }
        let now: Scripted
        const outcomes: Promise<{ name: string; outcome: unknown }>[] = []
        world.server.script = (command: Command) => {
          if (command.type !== type || now === undefined) return undefined
          asked++
          return now
        }
        for (const { name, text } of changedFrames({ ok: frame.ok })) {
          now = JSON.parse(here(text)) as Scripted
          outcomes.push(outcomeOf(ask(scene_)).then((outcome) => ({ name, outcome })))
          await world.time.advance(ASKED_WITHIN_MS)
        }
        now = undefined
        lookAtAll(played)
        await assertWell(played)
        for (const { name, outcome } of await Promise.all(outcomes))
          assert(outcome === undefined || outcome instanceof NatterError, `${name}: ${String(outcome)}`)
      }
    })
    assert.deepEqual(unheard, [])
    assert(asked > 10, `${type} was asked ${asked} times`)
  })
}

/** What a promise is rejected with; undefined for what is no promise, and for what is well. */
async function outcomeOf(asked: unknown): Promise<unknown> {
  try {
    await (Array.isArray(asked) ? undefined : asked)
    return undefined
  } catch (error) {
    return error
  }
}

test('BAD-24 every field of the reply to hello may be gone or of another kind, and the next greeting counts', async () => {
  const unheard = await unheardIn(async () => {
    const frames = REPLIES.filter(({ command }) => command === 'hello').flatMap(({ frame }) => [
      ...changedFrames(frame),
    ])
    const world = new World()
    world.server.addUser('ada')
    let next = 0
    world.server.script = ({ type }) => {
      const frame = type === 'hello' ? frames[next++] : undefined
      return frame === undefined ? undefined : (JSON.parse(here(frame.text)) as Scripted)
    }
    const kim = world.person('kim')
    kim.natter.ready.catch(() => undefined)
    for (let tries = 0; next < frames.length && tries < 20 * frames.length; tries++) {
      await world.time.advance(31_000)
      // A greeting that is taken, or a refusal for good: on to the next one.
      if (kim.natter.connection.value.state === 'live') world.server.cut()
      if (kim.natter.connection.value.state === 'stopped') kim.natter.reconnectNow()
    }
    assert.equal(next >= frames.length, true, `${next} of ${frames.length} greetings`)
    world.server.cut()
    await world.time.until(() => kim.natter.connection.value.state === 'live')
    await kim.natter.close()
  })
  assert.deepEqual(unheard, [])
})
