import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { after, test } from 'node:test'
import { clientFrame, fragments, OPCODE } from '../../packages/server/test/bad-input/client-frame.ts'
import { RawSocket } from '../../packages/server/test/bad-input/raw-socket.ts'
import type { Closed } from '../../packages/server/test/bad-input/raw-socket.ts'
import type { Health } from '../place/messages.ts'
import { Place } from '../place/place.ts'
import { Regular } from '../place/regular.ts'

const MIB = 1_048_576
const faults: string[] = []
const place = await Place.open({ fault: (sentence) => faults.push(sentence) })
const regular = await Regular.enter(place, await place.person())
const kim = await place.person()
after(() => place.close())

/** What the server holds may grow by this while it is flooded: some buffers of the kernel's size for each peer. */
const HELD_BYTES_MAX = 16 * MIB
const SILENT = 1_000
const LOOKS_MAX = 50

async function enter(): Promise<RawSocket> {
  const raw = await RawSocket.open(place.url)
  const answer = await raw.ask(JSON.stringify({ id: 0, type: 'hello', version: 1, token: kim.token }))
  assert('ok' in answer)
  return raw
}

/** Both `hello` said and not. */
const DOORS = { 'before hello': () => RawSocket.open(place.url), 'after hello': enter }

const FLOODS: Record<string, { bytes: () => Uint8Array; ends: number[] }> = {
  '131,072 fragments of one byte': {
    bytes: () => Buffer.concat(fragments(Array.from({ length: 131_072 }, () => ' '))),
    ends: [1008],
  },
  '131,072 fragments of nothing': {
    bytes: () => Buffer.concat(fragments(Array.from({ length: 131_072 }, () => ''))),
    ends: [1008],
  },
  'fragments without end, 100 MiB of them': {
    bytes: () =>
      Buffer.concat(
        Array.from({ length: 100 }, (_, index) =>
          clientFrame(Buffer.alloc(MIB), { fin: false, opcode: index === 0 ? 1 : 0 }),
        ),
      ),
    ends: [1009],
  },
  'a frame of 2^63 bytes, of which 50 MiB come': {
    bytes: () => Buffer.concat([clientFrame('', { declaredLength: 2n ** 63n }), Buffer.alloc(50 * MIB)]),
    ends: [1009],
  },
  '200,000 pings': {
    bytes: () => many(200_000, clientFrame('x'.repeat(125), { opcode: OPCODE.ping })),
    ends: [1006, 4007],
  },
  '200,000 pongs': {
    bytes: () => many(200_000, clientFrame('x'.repeat(125), { opcode: OPCODE.pong })),
    ends: [1005, 4010],
  },
}

for (const [name, { bytes, ends }] of Object.entries(FLOODS)) {
  for (const [when, door] of Object.entries(DOORS)) {
    test(`BAD-23 ${name} ${when} end with a code, without the server holding them, and others are served`, async () => {
      const before = await health()
      const raw = await door()
      const served = regular.acked.size
      raw.write(bytes())
      // What is allowed with the limits off ends when its sender does.
      if (name.endsWith('pongs')) raw.write(clientFrame('', { opcode: OPCODE.close }))
      const { closed }: Closed = await raw.closed()
      assert(ends.includes(closed) || (name.startsWith('a frame') && closed === 1006), `closed with ${closed}`)
      raw.cut()
      const afterwards = await health()
      const grown = afterwards.liveBytes - before.liveBytes
      assert(grown < HELD_BYTES_MAX, `${grown} bytes more`)
      while (regular.acked.size <= served && regular.trouble === undefined)
        await new Promise((resolve) => setTimeout(resolve, 1))
      assert.deepEqual([regular.trouble, faults], [undefined, []])
    })
  }
}

test('BAD-23 a thousand who never say hello are closed after 5 s, others come in meanwhile, and nothing of it is kept', async () => {
  const before = await health()
  const silent = await Promise.all(Array.from({ length: SILENT }, () => RawSocket.open(place.url)))
  const openedAt = performance.now()
  const during = await health()
  const perPeer = (during.rssBytes - before.rssBytes) / SILENT
  assert(perPeer < 64 * 1_024, `${perPeer} bytes each`)
  const raw = await enter()
  const answer = await raw.ask(JSON.stringify({ id: 1, type: 'activity', state: 'active' }))
  assert('ok' in answer)
  const codes = new Set((await Promise.all(silent.map((each) => each.closed()))).map(({ closed }) => closed))
  const tookMs = performance.now() - openedAt
  assert.deepEqual([...codes], [4010])
  assert(tookMs < 8_000, `${tookMs} ms`)
  raw.cut()
  let grown = Infinity
  // The server hears of the last ones a little later than they of it.
  for (let looks = 0; looks < LOOKS_MAX && grown >= HELD_BYTES_MAX / 4; looks++)
    grown = (await health()).liveBytes - before.liveBytes
  assert(grown < HELD_BYTES_MAX / 4, `${grown} bytes more`)
})

test('BAD-23 the regular was served all the time, and the server has no fault', async () => {
  await regular.leave()
  assert.deepEqual([regular.trouble, faults], [undefined, []])
  assert(regular.acked.size > 100)
})

async function health(): Promise<Health> {
  const now = await place.health()
  assert(now !== undefined, 'the server must be alive')
  return now
}

function many(count: number, frame: Buffer): Buffer {
  const all = Buffer.alloc(count * frame.length)
  for (let index = 0; index < count; index++) frame.copy(all, index * frame.length)
  return all
}
