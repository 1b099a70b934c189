import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { after, test } from 'node:test'
import { clientFrame, OPCODE } from './client-frame.ts'
import { ask, newRoom, openPlace, outcomeOf } from './place.ts'

const place = await openPlace({ NATTER_LIMITS: 'on', NATTER_DATABASE_URL: 'memory:' })
after(() => place.close())
const ada = await place.enter(place.ada)
const { room } = await newRoom(ada, 'public', [place.kim])

const activity = (id: number) => clientFrame(JSON.stringify({ id, type: 'activity', state: 'active' }))

test('BAD-14 a burst of 100 frames is answered, what is beyond the rate is refused with a time', async () => {
  const kim = await place.enter(place.kim)
  const sent = 300
  kim.write(Buffer.concat(Array.from({ length: sent }, (_, id) => activity(id))))
  const counts: Record<string, number> = {}
  for (let i = 0; i < sent; i++) {
    const answer = await kim.answer()
    const outcome = outcomeOf(answer)
    counts[outcome] = (counts[outcome] ?? 0) + 1
    if ('error' in answer) assert((answer.error.retryAfterMs ?? 0) > 0)
  }
  // While the burst is read some time passes, and with it the rate allows some more.
  assert((counts['ok'] ?? 0) >= 100 && (counts['rate_limited'] ?? 0) >= 100, JSON.stringify(counts))
  assert.equal((counts['ok'] ?? 0) + (counts['rate_limited'] ?? 0), sent)
})

test('BAD-14 what is not a command counts too', async () => {
  const kim = await place.enter(place.kim)
  kim.write(Buffer.concat(Array.from({ length: 200 }, () => clientFrame('{'))))
  const outcomes = []
  for (let i = 0; i < 200; i++) outcomes.push(outcomeOf(await kim.answer()))
  assert(outcomes.slice(0, 100).every((outcome) => outcome === 'bad_request'))
  assert(outcomes.includes('rate_limited'))
})

test('BAD-14 a flood is closed with 4007, others are answered meanwhile', async () => {
  const kim = await place.enter(place.kim)
  kim.write(Buffer.concat(Array.from({ length: 20_000 }, (_, id) => activity(id))))
  const asked = ask(ada, 'history', { room })
  assert.equal(outcomeOf(await kim.closed()), 4007)
  assert.equal((await asked).messages.length, 1)
})

test('BAD-14 sends to one room beyond 5 a second and a burst of 20 are refused and not stored', async () => {
  const kim = await place.enter(place.kim)
  for (let id = 0; id < 60; id++)
    kim.send(JSON.stringify({ id, type: 'message.send', room, cid: `cid-${id}`, text: String(id) }))
  const outcomes = []
  for (let i = 0; i < 60; i++) outcomes.push(outcomeOf(await kim.answer()))
  const stored = outcomes.filter((outcome) => outcome === 'ok').length
  assert(stored >= 20 && stored < 40, `${stored} were stored`)
  assert.equal(outcomes.filter((outcome) => outcome === 'rate_limited').length, 60 - stored)
  assert.equal((await ask(ada, 'history', { room, limit: 100 })).messages.length, 1 + stored)
})

for (const [name, opcode] of [
  ['pings', OPCODE.ping],
  ['pongs', OPCODE.pong],
] as const) {
  test(`BAD-15 fifty ${name} at once are taken, and more close with 4007, also before hello`, async () => {
    const flood = (count: number) => Buffer.concat(Array.from({ length: count }, () => clientFrame('?', { opcode })))
    for (const raw of [await place.enter(place.kim), await place.socket()]) {
      raw.write(flood(60))
      assert.deepEqual(await raw.closed(), { closed: 4007, reason: 'Far too many pings.' })
    }
    const modest = await place.enter(place.kim)
    modest.write(flood(50))
    assert.deepEqual(await ask(modest, 'activity', { state: 'active' }), {})
    assert.equal(modest.pongs.length, name === 'pings' ? 50 : 0)
  })
}

test('BAD-15 a flood of pings whose answers nobody takes is cut, others are answered meanwhile', async () => {
  const rude = await place.socket()
  rude.pause()
  rude.write(
    Buffer.concat(Array.from({ length: 100_000 }, () => clientFrame('x'.repeat(125), { opcode: OPCODE.ping }))),
  )
  const kim = await place.enter(place.kim)
  assert.deepEqual(await ask(kim, 'activity', { state: 'active' }), {})
  rude.resume()
  assert.equal((await rude.closed()).closed, 4007)
})

test('BAD-1 none of this was a fault of the server', () => {
  assert.deepEqual(place.faults(), [])
})
