import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { createNatter } from '@natter/client'
import type { Natter, View } from '@natter/client'
import { readOptions, startServer } from '@natter/server'
import type { RoomId } from '@natter/protocol'
import { fastClock, fastEnvironment } from './fast-time.ts'
import { middlebox } from './middlebox.ts'
import type { Middlebox } from './middlebox.ts'

const PASSWORD = 'a plain garden gate'

interface World {
  box: Middlebox
  /** Straight at the server. */
  ada: Natter
  /** Behind the box. */
  kim: Natter
  den: RoomId
  /** Resolves once kim is connected in this way. */
  kimIsOn(transport: string): Promise<void>
}

async function world(t: TestContext, change: (box: Middlebox) => void): Promise<World> {
  const settings = { NATTER_PORT: '0', NATTER_DATABASE_URL: 'memory:', NATTER_SIGNUP: 'open', NATTER_LIMITS: 'off' }
  const options = readOptions(settings, {})
  assert.ok(!Array.isArray(options))
  const quiet = (): void => undefined
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
  const server = await startServer(options, { log, clock: fastClock })
  t.after(() => server.close())
  const box = await middlebox(t, server.address)
  change(box)
  const signUp = async (handle: string): Promise<string> => {
    const response = await fetch(`${server.address}/v1/accounts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ handle, password: PASSWORD }),
    })
    return ((await response.json()) as { accessToken: string }).accessToken
  }
  const connect = (url: string, token: string, device: string): Natter => {
    const natter = createNatter({ url, device, token: async () => token, environment: fastEnvironment() })
    t.after(() => natter.close())
    return natter
  }
  const [adas, kims] = [await signUp('ada'), await signUp('kim')]
  const ada = connect(server.address, adas, 'adas')
  await ada.ready
  const { id: den } = await ada.createRoom({ kind: 'public', name: 'Den' })
  const kim = connect(box.url, kims, 'kims')
  await kim.ready
  await kim.joinRoom(den)
  await Promise.all([ada.room(den).open(), kim.room(den).open()])
  const kimIsOn = async (transport: string): Promise<void> => {
    for (;;) {
      const headers = { authorization: `Bearer ${adas}` }
      const response = await fetch(`${server.address}/v1/admin/connections`, { headers })
      const { connections } = (await response.json()) as { connections: { handle: string; transport: string }[] }
      if (connections.some((each) => each.handle === 'kim' && each.transport === transport)) return
      await moment()
    }
  }
  return { box, ada, kim, den, kimIsOn }
}

function sinceOf({ connection }: Natter): number | undefined {
  return connection.value.state === 'live' ? connection.value.since : undefined
}

/** For those who ask again and again. */
function moment(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, 50))
}

/** Resolves once the view holds what is wanted. */
function until<T>(view: View<T>, isIt: (value: T) => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const look = (): void => void (isIt(view.value) && resolve())
  const end = view.subscribe(look)
  look()
  return promise.finally(end)
}

function textsOf(natter: Natter, den: RoomId): string[] {
  return natter.room(den).timeline.value.items.flatMap((item) => {
    if (item.kind === 'message') return [item.message.text]
    return item.kind === 'pending' ? [`pending: ${item.text}`] : []
  })
}

/** Both say so many messages at once and wait for all of them. */
async function talk({ ada, kim, den }: World, topic: string, count: number): Promise<string[]> {
  const said: string[] = []
  const sending: Promise<unknown>[] = []
  for (let index = 0; index < count; index++) {
    for (const [name, natter] of [
      ['ada', ada],
      ['kim', kim],
    ] as const) {
      const text = `${topic} ${name} ${index}`
      said.push(text)
      sending.push(natter.room(den).send(text).sent)
    }
    await Promise.race([Promise.all(sending), new Promise((resolve) => void setTimeout(resolve, 5))])
  }
  await Promise.all(sending)
  return said
}

/** Both have seen exactly this, each message once, in one order, and each one's own in the order of writing. */
async function assertSame({ ada, kim, den }: World, said: string[]): Promise<void> {
  const wanted = new Set(said)
  for (const natter of [ada, kim]) {
    await until(natter.room(den).timeline, () => {
      const seen = new Set(textsOf(natter, den))
      return [...wanted].every((text) => seen.has(text))
    })
  }
  const seen = textsOf(kim, den)
  assert.deepEqual(seen, textsOf(ada, den), 'one order for both')
  assert.deepEqual(seen.toSorted(), said.toSorted(), 'each once')
  for (const name of ['ada', 'kim']) {
    const own = (text: string): boolean => text.includes(` ${name} `)
    assert.deepEqual(seen.filter(own), said.filter(own), 'in the order of writing')
  }
}

for (const how of ['blocksUpgrades', 'swallowsUpgrades'] as const) {
  test(`FB-13 a client whose box ${how} streams, and messages flow both ways`, { timeout: 60_000 }, async (t) => {
    const there = await world(t, (box) => (box[how] = true))
    await there.kimIsOn('stream')
    await assertSame(there, await talk(there, 'blocked', 20))
    assert.ok(there.box.seen.includes('upgrade'), 'it must have been tried for this to mean anything')
    assert.ok(there.box.seen.includes('/v1/commands'))
  })
}

test(
  'FB-14 a client whose streams are kept back polls, and messages flow both ways',
  { timeout: 60_000 },
  async (t) => {
    const there = await world(t, (box) => Object.assign(box, { blocksUpgrades: true, buffers: true }))
    await there.kimIsOn('poll')
    await assertSame(there, await talk(there, 'kept back', 20))
    assert.ok(there.box.seen.includes('/v1/stream'), 'it must have been tried for this to mean anything')
  },
)

test(
  'FB-15 nothing is lost or doubled between sockets, streams and polls, and back',
  { timeout: 120_000 },
  async (t) => {
    const there = await world(t, () => undefined)
    const { box, kimIsOn } = there
    const said: string[] = []
    const switchTo = async (transport: string, change: Partial<Middlebox>): Promise<void> => {
      Object.assign(box, change)
      // Only what a network would do: those who find out by themselves that it is better are left alone.
      if (transport !== 'websocket') box.cut()
      const talking = talk(there, `to ${transport} ${said.length}`, 15)
      await kimIsOn(transport)
      said.push(...(await talking))
      await assertSame(there, said)
    }
    await switchTo('stream', { blocksUpgrades: true })
    await switchTo('websocket', { blocksUpgrades: false })
    await switchTo('poll', { blocksUpgrades: true, buffers: true })
    await switchTo('websocket', { blocksUpgrades: false, buffers: false })
  },
)

test('FB-15 a stream that has had its minute is succeeded without a gap', { timeout: 60_000 }, async (t) => {
  const there = await world(t, (box) => (box.blocksUpgrades = true))
  await there.kimIsOn('stream')
  const said: string[] = []
  for (let successors = 0; successors < 2; successors++) {
    const before = sinceOf(there.kim)
    while (sinceOf(there.kim) === before) {
      said.push(...(await talk(there, `round ${said.length}`, 1)))
      await moment()
    }
  }
  said.push(...(await talk(there, 'end', 5)))
  await assertSame(there, said)
})

test('FB-16 where HTTP brings nothing either it is no reason to leave WebSocket', { timeout: 60_000 }, async (t) => {
  const there = await world(t, () => undefined)
  const { box, kim, kimIsOn } = there
  Object.assign(box, { blocksUpgrades: true, isCaptive: true })
  box.cut()
  await until(kim.connection, ({ state }) => state === 'waiting')
  while (!box.seen.includes('/v1/stream')) await moment()
  Object.assign(box, { blocksUpgrades: false, isCaptive: false })
  await kimIsOn('websocket')
  await assertSame(there, await talk(there, 'back', 5))
})
