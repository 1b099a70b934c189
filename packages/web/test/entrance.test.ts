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
import { ana, ben } from '../src/gallery/fake-people.ts'
import type { User } from '@natter/protocol'
import type { Copy } from '../src/offline/copy.ts'
import { fakeClock } from './fake-clock.ts'
import type { FakeClock } from './fake-clock.ts'
import { fakeStorage } from './fake-storage.ts'

const PLACE: PlaceInfo = { name: 'Den', signup: 'open', empty: false, version: '0.1.0' }
const INSIDE_KEY = 'natter:inside'
/** What pages of before kept. */
const SOMEBODY = '1'
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
  /** Another tab of the browser notes that this account is inside, or that nobody is. */
  noted(account: string | null): Promise<void>
}

function door(answers: Partial<NatterHttp>, kept?: string, copy?: Copy): Door {
  const clock = fakeClock()
  const connection = cell<Connection>(LIVE)
  const calls: string[] = []
  const storage = fakeStorage(kept === undefined ? {} : { [INSIDE_KEY]: kept })
  const tabs = new EventTarget()
  const memory = signedInMemory(storage, tabs)
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
    connect: (user) => ({ ...natter, self: cell(user) }),
    namePlace,
    memory,
    recall: async () => copy,
    onSignOut: async () => void calls.push('clear'),
    onRefused: () => calls.push('refused'),
  })
  const noted = (account: string | null): Promise<void> => {
    if (account === null) storage.removeItem(INSIDE_KEY)
    else storage.setItem(INSIDE_KEY, account)
    tabs.dispatchEvent(Object.assign(new Event('storage'), { key: INSIDE_KEY, newValue: account }))
    return settled()
  }
  return { entrance, connection, clock, calls, noted }
}

test('WEB-1 a stranger is not asked who they are, only what place this is', async () => {
  const { entrance, calls } = door({})
  await entrance.start()
  assert.deepEqual(entrance.stage.value, { at: 'outside', place: PLACE })
  assert.deepEqual(calls, ['place'])
})

test('WEB-1 somebody who was let in before goes straight in', async () => {
  const { entrance } = door({}, SOMEBODY)
  await entrance.start()
  assert.equal(entrance.stage.value.at, 'inside')
})

test('WEB-1 an ended session and an unreachable server are told apart', async () => {
  const ended = door({ me: () => Promise.reject(new NatterError('unauthorized', 'Sign in.')) }, ana.id)
  await ended.entrance.start()
  assert.deepEqual(ended.entrance.stage.value, { at: 'outside', place: PLACE })
  const down = door({ place: () => Promise.reject(new NatterError('network', 'No answer.')) }, ana.id)
  await down.entrance.start()
  assert.equal(down.entrance.stage.value.at, 'unreachable')
})

const COPY: Copy = {
  head: { account: ana.id, self: ana, place: PLACE, rooms: [], settings: {}, people: [] },
  timelines: new Map(),
}

test('WEB-142 without a server the copy opens the door to whoever was inside; without a copy nothing does', async () => {
  const fails = { place: () => Promise.reject(new NatterError('network', 'No answer.')) }
  const known = door(fails, ana.id, COPY)
  await known.entrance.start()
  assert.equal(known.entrance.stage.value.at, 'inside')
  const stranger = door(fails, undefined, COPY)
  await stranger.entrance.start()
  assert.equal(stranger.entrance.stage.value.at, 'unreachable')
})

test('WEB-142 a server that does not answer is waited for two seconds', async () => {
  const { entrance, clock } = door({ place: () => new Promise(() => {}) }, ana.id, COPY)
  const started = entrance.start()
  await settled()
  assert.equal(entrance.stage.value.at, 'starting')
  clock.pass(SERVER_MS)
  await started
  assert.equal(entrance.stage.value.at, 'inside')
})

test('WEB-143 a server that says the session has ended is believed: the copy goes', async () => {
  const refused = { me: () => Promise.reject(new NatterError('unauthorized', 'Sign in.')) }
  const { entrance, calls } = door(refused, ana.id, COPY)
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

test('WEB-345 a tab at the door follows whoever signs in at another', async () => {
  const { entrance, noted } = door({})
  await entrance.start()
  assert.equal(entrance.stage.value.at, 'outside')
  await noted(ana.id)
  assert.equal(entrance.stage.value.at, 'inside')
})

test('WEB-345 a tab goes on as the account that signed in at another, and not for less', async () => {
  let user = ana
  const { entrance, noted, calls } = door({ me: async () => user }, ana.id)
  await entrance.start()
  calls.length = 0
  for (const account of [ana.id, SOMEBODY, null]) await noted(account)
  assert.deepEqual(calls, [])
  user = ben
  await noted(ben.id)
  assert(entrance.stage.value.at === 'inside')
  assert.deepEqual([entrance.stage.value.user, calls], [ben, ['close', 'place', 'me']])
})

test('WEB-345 who was asked for before another account signed in does not come in any more', async () => {
  const [first, second] = [Promise.withResolvers<User>(), Promise.withResolvers<User>()]
  const answers = [first, second]
  const { entrance, noted } = door({ me: () => (answers.shift() ?? assert.fail('asked again')).promise }, ana.id)
  const started = entrance.start()
  await settled()
  await noted(ben.id)
  second.resolve(ben)
  await settled()
  first.resolve(ana)
  await started
  assert(entrance.stage.value.at === 'inside')
  assert.deepEqual(entrance.stage.value.user, ben)
})

test('WEB-345 the copy of another account opens no door', async () => {
  const { entrance } = door({ place: () => Promise.reject(new NatterError('network', 'No answer.')) }, ben.id, COPY)
  await entrance.start()
  assert.equal(entrance.stage.value.at, 'unreachable')
})

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
