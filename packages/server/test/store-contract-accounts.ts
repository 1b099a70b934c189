import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '@natter/protocol'
import type { UserId } from '@natter/protocol'
import type { NewAccount } from '../src/ports/account-store.ts'
import { codeOf, must, upTo } from './store-contract-house.ts'
import type { Stage } from './store-contract-house.ts'

export function testAccounts({ fresh }: Stage): void {
  test(
    'LOG-44 of twenty that sign up at once exactly one becomes the owner, whatever the mode',
    fresh(async ({ store }) => {
      assert.equal(await store.isEmpty(), true)
      const users = await Promise.all(upTo(20).map((i) => store.createAccount(account(`user${i}`, { signup: 'open' }))))
      assert.deepEqual(users.map((user) => must(user).role).toSorted(), [...upTo(19).map(() => 'member'), 'owner'])
      assert.equal(await store.isEmpty(), false)
    }),
  )

  test(
    'LOG-44 the first account needs no leave, the others the leave of the mode',
    fresh(async ({ store }) => {
      assert.equal(must(await store.createAccount(account('ada', { signup: 'closed' }))).role, 'owner')
      assert.equal(codeOf(await store.createAccount(account('kim', { signup: 'closed' }))), 'forbidden')
      assert.equal(codeOf(await store.createAccount(account('kim', { signup: 'invite' }))), 'forbidden')
      assert.equal(
        codeOf(await store.createAccount(account('kim', { signup: 'invite', invite: 'made up' }))),
        'forbidden',
      )
      assert.equal(must(await store.createAccount(account('kim', { signup: 'open' }))).role, 'member')
    }),
  )

  test(
    'LOG-45 a handle is given once, also to many who want it at once',
    fresh(async ({ store }) => {
      await store.createAccount(account('ada', {}))
      const many = await Promise.all(upTo(10).map((i) => store.createAccount(account('kim', { id: `us_kim${i}` }))))
      assert.equal(many.filter((answer) => !isRefusal(answer)).length, 1)
      assert(many.every((answer) => !isRefusal(answer) || answer.refused.code === 'conflict'))
    }),
  )

  test(
    'LOG-46 an invite lets in as many as it has uses, also when more come at once, until it ends',
    fresh(async ({ store }) => {
      must(await store.createAccount(account('ada', {})))
      await store.createInvite({ codeHash: 'code', by: 'us_ada', createdAt: 1, expiresAt: 100, uses: 3 })
      const join = (handle: string, at: number) =>
        store.createAccount(account(handle, { signup: 'invite', invite: 'code', at }))
      assert.equal(codeOf(await join('late', 100)), 'forbidden')
      const many = await Promise.all(upTo(10).map((i) => join(`user${i}`, 50)))
      assert.equal(many.filter((answer) => !isRefusal(answer)).length, 3)
      assert.equal(many.filter((answer) => codeOf(answer) === 'forbidden').length, 7)
    }),
  )

  test(
    'LOG-46 a handle that is taken spends no use, and the invites of who is switched off hold no more',
    fresh(async ({ store }) => {
      must(await store.createAccount(account('ada', {})))
      must(await store.createAccount(account('kim', {})))
      await store.createInvite({ codeHash: 'code', by: 'us_kim', createdAt: 1, expiresAt: 100, uses: 1 })
      const join = (handle: string) =>
        store.createAccount(account(handle, { signup: 'invite', invite: 'code', id: `us_${handle}2` }))
      assert.equal(codeOf(await join('kim')), 'conflict')
      must(await store.updateAccount('us_kim', { disabledAt: 5 }))
      assert.equal(codeOf(await join('sam')), 'forbidden')
      must(await store.updateAccount('us_kim', { disabledAt: null }))
      must(await join('sam'))
      assert.equal(codeOf(await join('lou')), 'forbidden')
    }),
  )

  test(
    'LOG-47 an account is found by handle and id, and shows what was changed',
    fresh(async ({ store }) => {
      must(await store.createAccount(account('ada', {})))
      const created = { id: 'us_ada', handle: 'ada', name: 'Name of ada', kind: 'human', role: 'owner' }
      const expected = { user: created, passwordHash: 'hash of ada', disabledAt: undefined }
      assert.deepEqual(await store.accountByHandle('ada'), expected)
      assert.deepEqual(await store.accountById('us_ada'), expected)
      assert.equal(await store.accountByHandle('kim'), undefined)
      assert.deepEqual(await store.updateProfile('us_ada', { name: 'Ada L.' }), { ...created, name: 'Ada L.' })
      must(await store.updateProfile('us_ada', { passwordHash: 'new' }))
      const changed = { user: { ...created, name: 'Ada L.' }, passwordHash: 'new', disabledAt: undefined }
      assert.deepEqual(await store.accountById('us_ada'), changed)
      assert.equal(codeOf(await store.updateProfile('us_none', { name: 'x' })), 'not_found')
      assert.equal(codeOf(await store.updateAccount('us_none', { role: 'admin' })), 'not_found')
    }),
  )

  test(
    'LOG-48 the last owner who can sign in stays one',
    fresh(async ({ store }) => {
      for (const handle of ['ada', 'kim']) must(await store.createAccount(account(handle, {})))
      assert.equal(codeOf(await store.updateAccount('us_ada', { role: 'member' })), 'conflict')
      assert.equal(codeOf(await store.updateAccount('us_ada', { disabledAt: 5 })), 'conflict')
      assert.equal(must(await store.updateAccount('us_kim', { role: 'owner' })).role, 'owner')
      const both = await Promise.all(
        ['us_ada', 'us_kim'].map((id) => store.updateAccount(id as UserId, { role: 'member' })),
      )
      assert.deepEqual(both.map(codeOf).toSorted(), ['conflict', undefined])
      must(await store.updateAccount('us_ada', { role: 'owner' }))
      must(await store.updateAccount('us_kim', { role: 'owner' }))
      must(await store.updateAccount('us_kim', { disabledAt: 5 }))
      assert.equal(codeOf(await store.updateAccount('us_ada', { role: 'member' })), 'conflict', 'kim cannot sign in')
    }),
  )

  test(
    'LOG-49 accounts are listed by id with those switched off, page by page',
    fresh(async ({ store }) => {
      for (const handle of ['kim', 'ada', 'sam']) must(await store.createAccount(account(handle, {})))
      must(await store.updateAccount('us_sam', { disabledAt: 7 }))
      const listed = async (after: UserId | undefined, limit: number) => {
        const { accounts, more } = await store.listAccounts({ after, limit })
        return [accounts.map(({ user, createdAt, disabledAt }) => [user.handle, createdAt, disabledAt]), more]
      }
      const all = [
        ['ada', 3, undefined],
        ['kim', 3, undefined],
        ['sam', 3, 7],
      ]
      assert.deepEqual(await listed(undefined, 10), [all, false])
      assert.deepEqual(await listed(undefined, 2), [all.slice(0, 2), true])
      assert.deepEqual(await listed('us_kim', 1), [all.slice(2), false])
    }),
  )
}

function account(handle: string, more: Partial<NewAccount>): NewAccount {
  return {
    id: `us_${handle}`,
    handle,
    name: `Name of ${handle}`,
    passwordHash: `hash of ${handle}`,
    at: 3,
    signup: 'open',
    invite: undefined,
    ...more,
  }
}
