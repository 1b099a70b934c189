import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RoomSummary } from '@natter/client'
import type { Room, RoomId, User } from '@natter/protocol'
import { ranked, wantedOf } from '../src/switcher/candidates.ts'
import type { Candidate } from '../src/switcher/candidates.ts'
import { FIT, fitOf } from '../src/switcher/match.ts'
import { chosenAt } from '../src/switcher/step-answer.ts'
import { fold } from '../src/words/fold.ts'

const base = { createdAt: 0, createdBy: 'us_ana0', head: [0, ''], n: 0, members: 1, updatedSeq: 0 } as const

function room(id: RoomId, name: string, more: Partial<RoomSummary> = {}): Candidate {
  const whole: Room = { ...base, id, head: [0, ''], kind: 'public', name }
  const summary = { id, room: whole, unread: 0, mentions: 0, lastAt: 0, readSeq: 0, opened: false, failedSends: 0 }
  return { kind: 'room', key: id, names: [name], summary: { ...summary, ...more }, isMuted: false }
}

function person(name: string): Candidate {
  const user: User = { id: `us_${name}`, handle: name.toLowerCase(), name, kind: 'human', role: 'member' }
  return { kind: 'person', key: user.id, names: [user.name, user.handle], user }
}

const MARK_READ: Candidate = { kind: 'command', key: '>read', names: ['Mark everything as read'], id: 'markAllRead' }
const FOUND: Candidate = {
  kind: 'found',
  key: 'rm_found',
  names: ['teapots'],
  room: { ...base, head: [0, ''], id: 'rm_found', kind: 'public', name: 'teapots' },
}
const ALL = [
  room('rm_tea0', 'tea'),
  room('rm_news', 'news', { unread: 2 }),
  room('rm_ops0', 'ops', { unread: 5, mentions: 1 }),
  room('rm_team', 'the team'),
  FOUND,
  person('Theo'),
  MARK_READ,
]
const keys = (typed: string, open?: RoomId): string[] => ranked(ALL, wantedOf(typed), open).map(({ key }) => key)

test('WEB-218 names are found without their accents and capitals', () => {
  assert.deepEqual(
    [fold('Éva Ångström'), fold('Straße'), fold('Łódź'), fold('ﬁne'), fold('Guðrún ØDEGÅRD')],
    ['eva angstrom', 'strasse', 'lodz', 'fine', 'gudrun odegard'],
  )
  assert.equal(fitOf('chloe', ['Chloé Martin']), FIT.beginning)
})

test('WEB-218 the whole name fits best, then its beginning, a word’s beginning, its inside, scattered letters', () => {
  const fits = ['tea', 'te', 'rui', 'uiz', 'anrz', 'xyz', 'ruiz ana'].map((typed) => fitOf(typed, ['tea', 'Ana Ruiz']))
  assert.deepEqual(fits, [
    FIT.whole,
    FIT.beginning,
    FIT.wordBeginning,
    FIT.inside,
    FIT.scattered,
    undefined,
    FIT.beginning - 1,
  ])
  assert.equal(fitOf('z', ['Ana Ruiz']), FIT.inside)
  assert.equal(fitOf('nz', ['Ana Ruiz']), undefined)
})

test('WEB-218 before anything is typed stand mentions, then what is unread, then what was last posted to', () => {
  assert.deepEqual(keys(''), ['rm_ops0', 'rm_news', 'rm_tea0', 'rm_team'])
  assert.deepEqual(keys('', 'rm_ops0'), ['rm_news', 'rm_tea0', 'rm_team', 'rm_ops0'])
})

test('WEB-218 what fits better comes first, whatever waits elsewhere', () => {
  assert.deepEqual(keys('tea'), ['rm_tea0', 'rm_found', 'rm_team'])
  assert.deepEqual(keys('the'), ['rm_team', 'us_Theo'])
})

test('WEB-219 a sign in front asks for rooms, people or commands alone', () => {
  assert.deepEqual(keys('#te'), ['rm_tea0', 'rm_found', 'rm_team'])
  assert.deepEqual(keys('@ th'), ['us_Theo'])
  assert.deepEqual(keys('>'), ['>read'])
  assert.deepEqual(keys('> read'), ['>read'])
  assert.deepEqual(keys('mark'), ['>read'])
  assert.deepEqual(wantedOf('  #a b '), { kind: 'rooms', text: 'a b' })
})

test('WEB-312 the answer one walked to stays the chosen one when a better one comes in above it', () => {
  const mine = [room('rm_tea0', 'tea'), room('rm_team', 'the team')]
  assert.deepEqual(
    [chosenAt(mine, undefined), chosenAt(mine, 'rm_team'), chosenAt([FOUND, ...mine], 'rm_team')],
    [0, 1, 2],
  )
  assert.deepEqual(
    [chosenAt([FOUND, ...mine], undefined), chosenAt(mine, FOUND.key), chosenAt([], 'rm_tea0')],
    [0, 0, -1],
  )
})
