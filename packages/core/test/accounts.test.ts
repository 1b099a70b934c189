import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideAccountCreate, decideAccountUpdate, decideRotation, noSuchAccount, noSuchActor } from '@natter/core'
import type { RotationFacts, SignupFacts, Standing } from '@natter/core'
import { outcome } from './house.ts'

const stranger: SignupFacts = { isFirst: false, handleIsTaken: false, signup: 'invite', inviteIsGood: false }

test('ACC-1 the first account becomes the owner, whatever the mode of sign-up', () => {
  for (const signup of ['open', 'invite', 'closed'] as const) {
    assert.deepEqual(decideAccountCreate({ ...stranger, isFirst: true, signup }), {
      role: 'owner',
      spendsInvite: false,
    })
  }
})

test('ACC-2 invite lets in who has an invite, open anybody, closed nobody', () => {
  assert.deepEqual(decideAccountCreate({ ...stranger, inviteIsGood: true }), { role: 'member', spendsInvite: true })
  assert.deepEqual(decideAccountCreate({ ...stranger, signup: 'open' }), { role: 'member', spendsInvite: false })
  assert.deepEqual(decideAccountCreate({ ...stranger, signup: 'open', inviteIsGood: true }), {
    role: 'member',
    spendsInvite: false,
  })
  assert.deepEqual(outcome(decideAccountCreate(stranger)), { code: 'forbidden' })
  assert.deepEqual(outcome(decideAccountCreate({ ...stranger, signup: 'closed', inviteIsGood: true })), {
    code: 'forbidden',
  })
})

test('ACC-2 strangers without leave do not learn which handles are taken', () => {
  const taken = { ...stranger, handleIsTaken: true }
  assert.deepEqual(decideAccountCreate(taken), decideAccountCreate(stranger))
  assert.deepEqual(outcome(decideAccountCreate({ ...taken, inviteIsGood: true })), {
    code: 'conflict',
    field: 'handle',
  })
})

const owner: Standing = { role: 'owner', disabledAt: undefined }

test('ACC-22 the last owner who can sign in stays', () => {
  for (const change of [{ role: 'member' as const }, { disabledAt: 5_000 }]) {
    assert.deepEqual(outcome(decideAccountUpdate(owner, change, 0)), { code: 'conflict' })
    assert.equal('refused' in decideAccountUpdate(owner, change, 1), false)
  }
  assert.deepEqual(decideAccountUpdate({ ...owner, disabledAt: 1_000 }, { role: 'member' }, 0), {
    role: 'member',
    disabledAt: 1_000,
  })
})

test('ACC-22 what is not asked for stays as it is', () => {
  const off: Standing = { role: 'admin', disabledAt: 1_000 }
  assert.deepEqual(decideAccountUpdate(off, {}, 0), off)
  assert.deepEqual(decideAccountUpdate(off, { role: 'member' }, 0), { role: 'member', disabledAt: 1_000 })
  assert.deepEqual(decideAccountUpdate(off, { disabledAt: null }, 0), { role: 'admin', disabledAt: undefined })
  assert.deepEqual(decideAccountUpdate(off, { disabledAt: 2_000 }, 0), { role: 'admin', disabledAt: 2_000 })
})

test('ACC-22 accounts that are not there are told in words that say no more', () => {
  assert.deepEqual(outcome(noSuchAccount()), { code: 'not_found', field: 'user' })
  assert.deepEqual(outcome(noSuchActor()), { code: 'unauthorized' })
})

const rotation: RotationFacts = { token: 'present', rotatedAt: 10_000, endsAt: 100_000, now: 20_000, graceMs: 10_000 }

test('ACC-15 the present token gives the next, its parent for 10 s the same again', () => {
  assert.equal(decideRotation(rotation), 'rotate')
  assert.equal(decideRotation({ ...rotation, rotatedAt: undefined }), 'rotate')
  assert.equal(decideRotation({ ...rotation, token: 'parent' }), 'repeat')
})

test('ACC-16 any other use of a spent token ends the session', () => {
  assert.equal(decideRotation({ ...rotation, token: 'parent', now: 20_001 }), 'revoke')
  assert.equal(decideRotation({ ...rotation, token: 'older' }), 'revoke')
  assert.equal(decideRotation({ ...rotation, token: 'parent', rotatedAt: undefined }), 'revoke')
})

test('ACC-14 after the end of a session its tokens are unknown', () => {
  for (const token of ['present', 'parent', 'older'] as const) {
    assert.equal(decideRotation({ ...rotation, token, now: 100_000 }), 'unknown')
  }
  assert.equal(decideRotation({ ...rotation, now: 99_999 }), 'rotate')
  assert.equal(decideRotation(undefined), 'unknown')
})
