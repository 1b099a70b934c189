import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Natter, RoomHandle } from '@natter/client'
import type { User } from '@natter/protocol'
import { peopleSource } from '../src/composer/suggest/people-source.ts'

test('WEB-203 those who spoke last come first, then members, then others, who will not be notified', async () => {
  const { source } = house({ speakers: ['dai', 'ben'], members: ['ana', 'ben', 'chloe', 'dai'], others: ['lina'] })
  assert.deepEqual(names(source.suggest('')), ['@ben', '@dai', '@chloe', '@all', '@here'])
  await source.lookUp?.('l', new AbortController().signal)
  assert.deepEqual(names(source.suggest('l')), ['@lina (will not be notified)'])
  assert.deepEqual(names(source.suggest('')), [
    '@ben',
    '@dai',
    '@chloe',
    '@lina (will not be notified)',
    '@all',
    '@here',
  ])
  assert.deepEqual(names(source.suggest('da')), ['@dai'])
})

test('WEB-203 a handle that is written out is meant, and oneself is nobody to mention', () => {
  const { source } = house({ speakers: ['benno'], members: ['ana', 'ben', 'benno'], others: [] })
  assert.deepEqual(names(source.suggest('ben')), ['@ben', '@benno'])
  assert.deepEqual(names(source.suggest('ana')), [])
  assert.deepEqual(names(source.suggest('BEN O')), [])
})

test('WEB-203 conversations of two have nobody else to ask for, and members that are not known are not called outsiders', async () => {
  const direct = house({ speakers: [], members: ['ana', 'ben'], others: ['lina'], people: true })
  assert.deepEqual(names(direct.source.suggest('')), ['@ben'])
  await direct.source.lookUp?.('lina', new AbortController().signal)
  assert.deepEqual(names(direct.source.suggest('lina')), ['@lina (will not be notified)'])
  const large = house({ speakers: [], members: ['ana'], others: ['lina'], isComplete: false })
  await large.source.lookUp?.('lina', new AbortController().signal)
  assert.deepEqual(names(large.source.suggest('lina')), ['@lina'])
})

test('WEB-203 members are asked for once, and what was given up learns nothing', async () => {
  const { source, loads } = house({ speakers: [], members: ['ana'], others: ['lina'] })
  const abort = new AbortController()
  const late = source.lookUp?.('lina', abort.signal)
  abort.abort()
  await late
  assert.deepEqual(names(source.suggest('lina')), [])
  await source.lookUp?.('lina', new AbortController().signal)
  assert.equal(loads(), 1)
  assert.deepEqual(names(source.suggest('lina')), ['@lina (will not be notified)'])
})

function names(suggestions: readonly { insert: string; isDim?: boolean; hint?: string }[]): string[] {
  return suggestions.map(({ insert, isDim, hint }) => (isDim ? `${insert} (${hint})` : insert))
}

interface House {
  speakers: string[]
  members: string[]
  others: string[]
  people?: boolean
  isComplete?: boolean
}

/** A room with people in it, seen by Ana. */
function house({ speakers, members, others, people, isComplete = true }: House) {
  let loads = 0
  const natter = {
    user: (id: string) => ({ value: person(id.slice(3)) }),
    http: {
      findUsers: (query: string) =>
        Promise.resolve({
          users: [...members, ...others].filter((name) => name.startsWith(query)).map(person),
          more: false,
        }),
    },
  }
  const handle = {
    info: {
      value: {
        kind: people ? 'direct' : 'public',
        members: members.length,
        ...(people ? { people: members.map(idOf) } : {}),
      },
    },
    members: { value: { members: members.map((name) => ({ user: idOf(name) })), complete: isComplete } },
    timeline: { value: { items: speakers.map((name) => ({ kind: 'message', message: { by: idOf(name) } })) } },
    loadMembers: () => {
      loads += 1
      return Promise.resolve()
    },
  }
  // The parts of the SDK that the source looks at.
  const app = { natter: natter as unknown as Natter, self: idOf('ana') }
  return { source: peopleSource(app, handle as unknown as RoomHandle), loads: () => loads }
}

function idOf(name: string): User['id'] {
  return `us_${name}`
}

function person(name: string): User {
  return { id: idOf(name), handle: name, name: name[0]?.toUpperCase() + name.slice(1), kind: 'human', role: 'member' }
}
