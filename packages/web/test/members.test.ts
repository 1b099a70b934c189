import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Member, UserId } from '@natter/protocol'
import { ben, PEOPLE } from '../src/gallery/fake-people.ts'
import { concert, dmBen, oldRoom } from '../src/gallery/fake-rooms.ts'
import { membersFound } from '../src/members/members-found.ts'
import { rowsInSight } from '../src/members/rows-in-sight.ts'
import { canInvite } from '../src/room/can-invite.ts'

const MEMBERS: Member[] = PEOPLE.map(({ id: user }, index) => ({
  user,
  role: index === 3 ? 'owner' : index === 1 ? 'moderator' : 'member',
  joinedAt: 100 - index,
}))
const userOf = (id: UserId) => PEOPLE.find((user) => user.id === id)
const found = (typed: string): string[] => membersFound(MEMBERS, typed, userOf).map(({ user }) => user)

test('WEB-225 members stand by role and time, and are found by parts of name and handle whatever the accents', () => {
  assert.deepEqual(found('').slice(0, 2), ['us_dai0000', 'us_ben0000'])
  assert.deepEqual(found('chloe mar'), ['us_chloe0000'])
  assert.deepEqual(found('@BEN'), ['us_ben0000'])
  assert.deepEqual(found('zzz'), [])
})

test('WEB-225 somebody whose name is not known yet is not left out', () => {
  const all = membersFound(MEMBERS, 'ben', (id) => (id === 'us_ana0000' ? undefined : userOf(id)))
  assert.deepEqual(
    all.map(({ user }) => user),
    ['us_ben0000', 'us_ana0000'],
  )
})

test('WEB-225 of a thousand members only those in sight are drawn, and a few around them', () => {
  assert.deepEqual(rowsInSight(1_000, { top: 0, height: 0, row: 0 }), { from: 0, to: 30 })
  assert.deepEqual(rowsInSight(1_000, { top: 5_000, height: 500, row: 50 }), { from: 92, to: 118 })
  assert.deepEqual(rowsInSight(1_000, { top: 49_500, height: 500, row: 50 }), { from: 982, to: 1_000 })
  assert.deepEqual(rowsInSight(3, { top: 5_000, height: 500, row: 50 }), { from: 3, to: 3 })
})

test('WEB-305 members but guests are offered to bring others in, where people may still come', () => {
  const member: Member = { user: ben.id, role: 'member', joinedAt: 0 }
  assert.deepEqual(
    [concert, oldRoom, dmBen].map((room) => canInvite(room, member, ben)),
    [true, false, false],
  )
  assert(!canInvite(concert, undefined, ben))
  assert(!canInvite(concert, member, { ...ben, role: 'guest' }))
  assert(!canInvite(concert, member, undefined))
})
