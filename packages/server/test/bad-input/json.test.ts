import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { RoomId } from '@natter/protocol'
import { ask, newRoom, openPlace, outcomeOf } from './place.ts'
import type { Person } from './place.ts'

const place = await openPlace()
after(() => place.close())
const ada = await place.enter(place.ada)
const { room } = await newRoom(ada, 'public', [place.kim])

const HELD_UP_MS = 50
const TRIES = 5
const history = (inside: string): string => `{"id":7,"type":"history","room":"${room}"${inside}}`

/** JSON that others have stumbled over, with what is answered. */
const ODD_JSON: Record<string, [text: string, outcome: string]> = {
  'ever deeper lists': ['['.repeat(65_000), 'bad_request'],
  'ever deeper objects': ['{"a":'.repeat(13_000), 'bad_request'],
  'lists that are closed again': [history(`,"limit":${'['.repeat(30_000)}${']'.repeat(30_000)}`), 'bad_request'],
  'thousands of keys': [
    history(`,${Array.from({ length: 7_000 }, (_, index) => `"${index}":1`).join(',')}`),
    'bad_request',
  ],
  'thousands of colons': [`{${':'.repeat(60_000)}`, 'bad_request'],
  'thousands of quotes': ['"\\'.repeat(30_000), 'bad_request'],
  'a key of 60,000 characters': [history(`,"${'k'.repeat(60_000)}":1`), `bad_request ${'k'.repeat(99)}…`],
  'a string of 60,000 escapes': [history(`,"limit":"${'\\u0041'.repeat(10_000)}"`), 'bad_request limit'],
  'a number of 60,000 digits': [history(`,"limit":${'9'.repeat(60_000)}`), 'bad_request limit'],
  'a tiny number of 60,000 digits': [history(`,"limit":0.${'0'.repeat(60_000)}1`), 'bad_request limit'],
  'a key twice': [history(',"room":"rm_other"'), 'bad_request'],
  'a key twice, once escaped': [history(',"\\u0072oom":"rm_other"'), 'bad_request'],
  '1e999': [history(',"before":1e999'), 'bad_request before'],
  'minus zero': [history(',"before":-0'), 'bad_request before'],
  '2^53 + 1': [history(',"before":9007199254740993'), 'bad_request before'],
  'an id of 2^53 + 1': ['{"id":9007199254740993,"type":"bye"}', 'bad_request id'],
  'an id that is a fraction': ['{"id":1.5,"type":"bye"}', 'bad_request id'],
  'a byte order mark': [`\uFEFF${history('')}`, 'bad_request'],
  'data behind the end': [`${history('')}{}`, 'bad_request'],
  'a comma behind the end': [`${history('')},`, 'bad_request'],
  'single quotes': ["{'id':7,'type':'bye'}", 'bad_request'],
  NaN: [history(',"before":NaN'), 'bad_request'],
  'a comment': [history('/**/'), 'bad_request'],
  'a control character within a string': [history(',"before":"\u0001"'), 'bad_request'],
  'a list of commands': [`[${history('')}]`, 'bad_request'],
}

for (const [name, [text, outcome]] of Object.entries(ODD_JSON)) {
  test(`BAD-20 ${name} is answered with ${outcome.slice(0, 30)} within 50 ms, and the connection lives on`, async () => {
    const kim = await place.enter(place.kim)
    for (let tries = 1; ; tries++) {
      const startedAt = performance.now()
      assert.equal(outcomeOf(await kim.ask(text)), outcome)
      const tookMs = performance.now() - startedAt
      if (tookMs < HELD_UP_MS) break
      assert(tries < TRIES, `${tookMs} ms, ${TRIES} times`)
    }
    assert.equal(outcomeOf(await kim.ask(history(''))), 'ok')
    kim.cut()
  })
}

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'then',
  'isPrototypeOf',
]
const HANDLES = ['constructor', 'prototype', 'tostring', 'then', 'valueof', '__proto__']

test('BAD-21 rooms, slugs, texts, reactions, cids and devices may have the names that every object has', async () => {
  const kim = await place.enter(place.kim, { device: 'constructor', client: '__proto__' })
  const made: RoomId[] = []
  for (const name of NAMES) {
    const slug = name.toLowerCase().replaceAll('_', '')
    const { room: its } = await ask(kim, 'room.create', { cid: name, kind: 'public', name, topic: name, slug })
    made.push(its.id)
    assert.deepEqual([its.name, its.topic, its.slug], [name, name, slug])
    const { seq } = await ask(kim, 'message.send', { room: its.id, cid: `${name}1`, text: name })
    await ask(kim, 'message.send', { room: its.id, cid: name.slice(1), text: `@${name}` })
    assert.equal(
      outcomeOf(await kim.ask(reaction(its.id, seq, name))),
      outcomeOf(await kim.ask(reaction(its.id, seq, 'plain'))),
    )
    const { messages } = await ask(kim, 'history', { room: its.id })
    assert.deepEqual(
      messages.map(({ text }) => text),
      [name, `@${name}`],
    )
  }
  assert.equal(new Set(made).size, NAMES.length)
  assert.deepEqual(Object.keys(Object.prototype), [])
  kim.cut()
})

test('BAD-21 people too, and rooms and people by such ids are simply not there', async () => {
  for (const handle of HANDLES) {
    const response = await post('/v1/accounts', { handle, password: 'a plain garden gate', name: handle })
    const answer = (await response.json()) as { user?: Person['user']; error?: { code: string } }
    if (response.status === 201) assert.deepEqual([answer.user?.handle, answer.user?.name], [handle, handle])
    else assert.equal(answer.error?.code, 'bad_request', handle)
    const signIn = await post('/v1/sessions', { handle, password: 'another garden gate' })
    assert.equal(signIn.status, 401, handle)
  }
  const kim = await place.enter(place.kim)
  for (const name of NAMES) {
    assert.match(
      String(outcomeOf(await kim.ask(`{"id":1,"type":"history","room":"rm_${name}"}`))),
      /^(not_found|bad_request)/,
    )
    assert.equal(outcomeOf(await kim.ask(`{"id":1,"type":"${name}"}`)), 'bad_request type')
    assert.equal(
      outcomeOf(await kim.ask(`{"id":1,"type":"history","room":"${room}","${name}":1}`))
        .toString()
        .split(' ')[0],
      'bad_request',
    )
    assert.equal((await fetch(`${place.server.address}/v1/${name}`)).status, 404)
    assert.equal((await fetch(`${place.server.address}/v1/rooms/${name}/messages`, headers())).status >= 400, true)
  }
  kim.cut()
})

test('BAD-1 none of this was a fault of the server', () => {
  assert.deepEqual(place.faults(), [])
})

function reaction(its: RoomId, seq: number, emoji: string): string {
  return JSON.stringify({ id: 5, type: 'reaction.add', room: its, seq, emoji, cid: `r-${emoji}-${seq}` })
}

function post(path: string, body: object): Promise<Response> {
  return fetch(`${place.server.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

function headers(): RequestInit {
  return { headers: { authorization: `Bearer ${place.kim.token}` } }
}
