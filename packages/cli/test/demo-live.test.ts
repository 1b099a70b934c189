import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { createHttp, createNatter } from '@natter/client'
import type { Natter, RoomHandle, View } from '@natter/client'
import { readOptions, startServer } from '@natter/server'
import { answerTo } from '../src/demo/live/answers.ts'
import { beats, BEATS_MAX } from '../src/demo/live/beats.ts'
import { CAST } from '../src/demo/live/cast.ts'
import { bringToLife } from '../src/demo/live/live.ts'
import type { Life } from '../src/demo/live/live.ts'
import { SCENES } from '../src/demo/live/scenes.ts'
import { seedStory } from '../src/demo/seed.ts'
import { STORY } from '../src/demo/story.ts'

const PASSWORD = 'a garden of forking paths'
/** Waits within an answer or a scene pass at once, those between scenes when they are told to. */
const LONG_MS = 10_000

test('CLI-30 the talk is the same with the same chance, has pauses like people make, and ends', () => {
  const all = [...beats(SCENES, seeded(7))]
  assert.deepEqual(all, [...beats(SCENES, seeded(7))])
  assert.notDeepEqual(all, [...beats(SCENES, seeded(8))])
  assert.equal(all.length, BEATS_MAX)
  for (const { waitMs, typesMs } of all)
    assert(waitMs >= 2_500 && waitMs <= 120_000 && typesMs >= 700 && typesMs <= 5_000)
  assert(all.some(({ waitMs }) => waitMs > 45_000))
  assert.deepEqual([...beats([], seeded(1))], [])
})

test('CLI-30 who talks is of the cast, and in a room of the story', () => {
  const cast = CAST.map(({ handle }) => handle)
  for (const { room, lines } of SCENES) {
    const found = STORY.rooms.find(({ name }) => name === room)
    assert(found, room)
    for (const [by] of lines) assert(cast.includes(by) && (found.people?.includes(by) ?? true), `${by} in ${room}`)
  }
})

test('CLI-30 answers fit what was said, and are not the same twice in a row', () => {
  const random = seeded(3)
  assert.match(answerTo('hello kim', 'Ada Kowalski', random), /Ada/)
  assert.match(answerTo('Thank you!', 'Ada Kowalski', random), /welcome|Any time|Gladly/)
  let before: string | undefined
  for (let count = 0; count < 50; count++) {
    const answer = answerTo('why?', 'Ada', random, before)
    assert(answer !== before && answer !== '')
    before = answer
  }
  for (const text of ['', '\n', '?'.repeat(30_000)]) assert.notEqual(answerTo(text, '', random), '')
})

test('CLI-30 people of the demo are there, and answer who writes to them, mentions them, or means everybody', async (t) => {
  const { ada, life } = await house(t)
  const users = await ada.natter.http.findUsers('kim')
  const kim = users.users[0]
  assert(kim)
  const presence = ada.natter.presence(kim.id)
  await until(presence, (status) => status === 'active')
  const direct = await ada.open((await ada.natter.openDm([kim.id])).id)
  direct.send('hello kim')
  const answered = await until(direct.timeline, ({ items }) => by(items, kim.id) > 0 && items.length)
  direct.send('and once more')
  await until(direct.timeline, ({ items }) => items.length > answered + 1 && by(items, kim.id) > 1)
  const made = await ada.natter.createRoom({ kind: 'public', name: 'Visitors' })
  const room = await ada.open(made.id)
  await room.invite(kim.id)
  room.send('nobody in particular')
  const { seq } = await room.send('@kim, is anybody here?').sent
  await until(room.timeline, ({ items }) =>
    items.some((item) => item.kind === 'message' && item.message.by === kim.id && item.message.replyTo === seq),
  )
  const toAll = await room.send('good evening, @all').sent
  await until(room.timeline, ({ items }) =>
    items.some((item) => item.kind === 'message' && item.message.replyTo === toAll.seq),
  )
  await life.stop()
  const { seq: last } = await room.send('@kim, are you still there?').sent
  await ada.natter.http.me()
  assert.equal(
    room.timeline.value.items.some((item) => item.kind === 'message' && item.message.replyTo === last),
    false,
  )
})

test('CLI-30 they talk among themselves in the rooms that they are in, and answer nobody of the cast', async (t) => {
  const { ada, passLong } = await house(t)
  const general = ada.natter.rooms.value.find(({ room }) => room.name === 'General')
  assert(general)
  const room = await ada.open(general.id)
  const count = room.timeline.value.items.length
  await passLong()
  const [first] = SCENES
  await until(room.timeline, ({ items }) => items.length >= count + (first?.lines.length ?? 0))
  assert.deepEqual(
    room.timeline.value.items.slice(count).map((item) => (item.kind === 'message' ? item.message.text : item.kind)),
    first?.lines.map(([, text]) => text),
  )
})

/** A place with the story in it and its cast at home, and its owner with a client. */
async function house(t: TestContext): Promise<{
  ada: { natter: Natter; open: (id: RoomHandle['id']) => Promise<RoomHandle> }
  life: Life
  passLong: () => Promise<void>
}> {
  const options = readOptions({ NATTER_PORT: '0', NATTER_DATABASE_URL: 'memory:', NATTER_LIMITS: 'off' }, {})
  assert(!Array.isArray(options))
  const quiet = (): void => undefined
  const server = await startServer(options, { log: { debug: quiet, info: quiet, warn: quiet, error: quiet } })
  t.after(() => server.close())
  await seedStory(server.ports, STORY, PASSWORD)
  const held: (() => void)[] = []
  let heldOne = Promise.withResolvers<void>()
  const life = bringToLife({
    url: server.address,
    password: PASSWORD,
    random: seeded(5),
    failed: (handle, error) => assert.fail(`${handle}: ${String(error)}`),
    clock: {
      now: () => server.ports.clock.now(),
      timer(ms, run) {
        let isCancelled = false
        const unlessCancelled = (): void => {
          if (!isCancelled) run()
        }
        if (ms < LONG_MS) void setImmediate().then(unlessCancelled)
        else {
          held.push(unlessCancelled)
          heldOne.resolve()
        }
        return () => (isCancelled = true)
      },
    },
  })
  t.after(() => life.stop())
  await life.began
  const { accessToken } = await createHttp({ url: server.address }).signIn({ handle: 'ada', password: PASSWORD })
  const natter = createNatter({ url: server.address, token: async () => accessToken })
  t.after(() => natter.close())
  await natter.ready
  return {
    life,
    ada: {
      natter,
      async open(id) {
        const room = natter.room(id)
        await room.open()
        return room
      },
    },
    async passLong() {
      await heldOne.promise
      heldOne = Promise.withResolvers()
      for (const run of held.splice(0)) run()
    },
  }
}

function by(items: RoomHandle['timeline']['value']['items'], user: string): number {
  return items.filter((item) => item.kind === 'message' && item.message.by === user).length
}

/** The first answer that is not false, of now or of later. */
function until<T, A>(view: View<T>, look: (value: T) => A | false): Promise<A> {
  const { promise, resolve } = Promise.withResolvers<A>()
  const check = (value: T): void => {
    const answer = look(value)
    if (answer !== false) resolve(answer)
  }
  const stop = view.subscribe(check)
  check(view.value)
  return promise.finally(stop)
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}
