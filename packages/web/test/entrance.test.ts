import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NatterError } from '@natter/client'
import type { Connection, Natter, NatterHttp, PlaceInfo, SignedIn } from '@natter/client'
import { createEntrance, SERVER_MS } from '../src/app/entrance.ts'
import type { Entrance } from '../src/app/entrance.ts'
import { fieldOf, sentenceOf } from '../src/app/sentence-of.ts'
import { signedInMemory } from '../src/app/storage.ts'
import { cell } from '../src/gallery/cell.ts'
import type { Cell } from '../src/gallery/cell.ts'
import { fakeNatter, LIVE } from '../src/gallery/fake-natter.ts'
import { ana } from '../src/gallery/fake-people.ts'
import type { Copy } from '../src/offline/copy.ts'
import { fakeClock } from './fake-clock.ts'
import type { FakeClock } from './fake-clock.ts'
import { fakeStorage } from './fake-storage.ts'

const PLACE: PlaceInfo = { name: 'Den', signup: 'open', empty: false, version: '0.1.0' }
const ANSWER: SignedIn = { user: ana, accessToken: 'a', expiresAt: 0, refreshToken: 'r' }

/** The server's answer to the owner who names the place. */
async function namePlace(name: string): Promise<PlaceInfo> {
  if (name === 'refused') throw new NatterError('internal', 'Not now.')
  return { ...PLACE, name }
}

interface Door {
  entrance: Entrance
  connection: Cell<Connection>
  clock: FakeClock
  /** What the page asked the server and did, in order. */
  calls: string[]
}

function door(answers: Partial<NatterHttp>, isInside = false, copy?: Copy): Door {
  const clock = fakeClock()
  const connection = cell<Connection>(LIVE)
  const calls: string[] = []
  const memory = signedInMemory(fakeStorage(isInside ? { 'natter:inside': '1' } : {}))
  const natter: Natter = { ...fakeNatter({}), connection, close: async () => void calls.push('close') }
  const asked = {
    place: async () => PLACE,
    me: async () => ana,
    signIn: async () => ANSWER,
    signUp: async () => ANSWER,
    signOut: async () => {},
    ...answers,
  }
  const http = new Proxy(
    { ...natter.http, ...asked },
    {
      get: (target, name, receiver) => {
        calls.push(String(name))
        return Reflect.get(target, name, receiver) as unknown
      },
    },
  )
  const entrance = createEntrance({
    http,
    clock,
    connect: () => natter,
    namePlace,
    memory,
    recall: async () => copy,
    onSignOut: async () => void calls.push('clear'),
    onRefused: () => calls.push('refused'),
  })
  return { entrance, connection, clock, calls }
}

test('WEB-1 a stranger is not asked who they are, only what place this is', async () => {
  const { entrance, calls } = door({})
  await entrance.start()
  assert.deepEqual(entrance.stage.value, { at: 'outside', place: PLACE })
  assert.deepEqual(calls, ['place'])
})

test('WEB-1 somebody who was let in before goes straight in', async () => {
  const { entrance } = door({}, true)
  await entrance.start()
  assert.equal(entrance.stage.value.at, 'inside')
})

test('WEB-1 an ended session and an unreachable server are told apart', async () => {
  const ended = door({ me: () => Promise.reject(new NatterError('unauthorized', 'Sign in.')) }, true)
  await ended.entrance.start()
  assert.deepEqual(ended.entrance.stage.value, { at: 'outside', place: PLACE })
  const down = door({ place: () => Promise.reject(new NatterError('network', 'No answer.')) }, true)
  await down.entrance.start()
  assert.equal(down.entrance.stage.value.at, 'unreachable')
})

const COPY: Copy = {
  head: { account: ana.id, self: ana, place: PLACE, rooms: [], settings: {}, people: [] },
  timelines: new Map(),
}

test('WEB-142 without a server the copy opens the door to whoever was inside; without a copy nothing does', async () => {
  const fails = { place: () => Promise.reject(new NatterError('network', 'No answer.')) }
  const known = door(fails, true, COPY)
  await known.entrance.start()
  assert.equal(known.entrance.stage.value.at, 'inside')
  const stranger = door(fails, false, COPY)
  await stranger.entrance.start()
  assert.equal(stranger.entrance.stage.value.at, 'unreachable')
})

test('WEB-142 a server that does not answer is waited for two seconds', async () => {
  const { entrance, clock } = door({ place: () => new Promise(() => {}) }, true, COPY)
  const started = entrance.start()
  await settled()
  assert.equal(entrance.stage.value.at, 'starting')
  clock.pass(SERVER_MS)
  await started
  assert.equal(entrance.stage.value.at, 'inside')
})

test('WEB-143 a server that says the session has ended is believed: the copy goes', async () => {
  const refused = { me: () => Promise.reject(new NatterError('unauthorized', 'Sign in.')) }
  const { entrance, calls } = door(refused, true, COPY)
  await entrance.start()
  assert.deepEqual(entrance.stage.value, { at: 'outside', place: PLACE })
  assert(calls.includes('refused'))
})

test('WEB-4 signing out ends the session, clears what was typed, and says goodbye', async () => {
  const { entrance, calls } = door({})
  await entrance.start()
  await entrance.signIn({ handle: 'ana', password: 'secret-1' })
  calls.length = 0
  await entrance.signOut()
  assert.equal(entrance.stage.value.at, 'outside')
  assert.deepEqual(calls, ['signOut', 'clear', 'close'])
})

test('WEB-33 a session that was ended elsewhere leads to the door with the reason, and keeps the drafts', async () => {
  const { entrance, connection, calls } = door({})
  await entrance.start()
  await entrance.signIn({ handle: 'ana', password: 'secret-1' })
  connection.set({ state: 'stopped', code: 4506, why: 'This device was signed out.', action: 'signIn' })
  await Promise.resolve()
  assert.deepEqual(entrance.stage.value, { at: 'outside', place: PLACE, why: 'This device was signed out.' })
  assert(!calls.includes('clear'))
  assert(calls.includes('refused'))
})

test('WEB-3 a refusal is a sentence, at its field when it names one', () => {
  const refusal = new NatterError('bad_request', '"handle": must be lower case.', { field: 'handle' })
  assert.equal(sentenceOf(refusal), '"handle": must be lower case.')
  assert.equal(fieldOf(refusal, ['handle', 'password']), 'handle')
  assert.equal(fieldOf(refusal, ['password']), undefined)
  assert.match(sentenceOf(new NatterError('network', 'x')), /cannot be reached/)
  assert.match(sentenceOf(new TypeError('x is undefined')), /went wrong/)
})

/** Once everything that waits for promises alone has gone on. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

test('WEB-224 the owner names the place with the first account, and is in even where that fails', async () => {
  const { entrance } = door({ place: async () => ({ ...PLACE, empty: true }) })
  await entrance.start()
  await entrance.signUp({ handle: 'ana', password: 'x' }, 'Choir')
  const named = entrance.stage.value
  assert.deepEqual(named.at === 'inside' && named.place.name, 'Choir')

  const other = door({})
  await other.entrance.start()
  await other.entrance.signUp({ handle: 'ana', password: 'x' }, 'refused')
  const stage = other.entrance.stage.value
  assert(stage.at === 'inside' && stage.unnamed instanceof NatterError)
  assert.equal(stage.place.name, PLACE.name)
})
