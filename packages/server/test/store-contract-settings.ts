import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BOUNDS, isRefusal } from '@natter/protocol'
import type { Refusal, UserCatchUp, UserId } from '@natter/protocol'
import type { SettingsMoved } from '../src/ports/log-store.ts'
import { STORE_BOUNDS } from '../src/ports/store-bounds.ts'
import { codeOf, must, only, upTo } from './store-contract-house.ts'
import type { House, Stage } from './store-contract-house.ts'

export function testSettings({ shared, fresh }: Stage): void {
  test(
    'SET-1 a change leaves other keys as they are, null removes, and the same again writes nothing',
    shared(async (house) => {
      const [kim, ada] = (await house.people('kim', 'ada')) as [UserId, UserId]
      assert.deepEqual(await settingsOf(house, kim), {})
      const first = must(await set(house, kim, { theme: 'dark', 'room.rm_den1': { muted: true }, toString: [1, null] }))
      assert.deepEqual([first.place.seq, first.place.duplicate], [1, false])
      must(await set(house, kim, { theme: null, constructor: 7 }))
      const settings = { 'room.rm_den1': { muted: true }, toString: [1, null], constructor: 7 }
      assert.deepEqual(await settingsOf(house, kim), settings)
      const again = must(await set(house, kim, { theme: null, constructor: 7 }))
      assert.deepEqual([again.place.seq, again.place.duplicate, again.inbox], [2, true, []])
      const nothing = must(await set(house, ada, {}))
      assert.deepEqual([nothing.place.seq, nothing.place.ref, nothing.inbox], [0, '', []])
    }),
  )

  test(
    'SET-2 what is too much changes nothing, and less fits again',
    shared(async (house) => {
      const kim = await house.person('kim')
      const many = Object.fromEntries(upTo(BOUNDS.settingsKeys).map((i) => [`key${i}`, i]))
      must(await set(house, kim, many))
      assert.equal(codeOf(await set(house, kim, { key1: null, a: 1, b: 2 })), 'quota')
      assert.deepEqual(await settingsOf(house, kim), many)
      must(await set(house, kim, { key1: null, a: 1 }))
      assert.equal(codeOf(await set(house, kim, { a: 'x'.repeat(BOUNDS.settingsBytes) })), 'quota')
    }),
  )

  test(
    'SET-3 a cid counts once, also after others have changed the same',
    shared(async (house) => {
      const kim = await house.person('kim')
      const { place } = must(await set(house, kim, { theme: 'dark' }, 'once'))
      must(await set(house, kim, { theme: 'light' }))
      const retried = must(await set(house, kim, { theme: 'dark' }, 'once'))
      assert.deepEqual(retried, { place: { ...place, duplicate: true }, inbox: [] })
      assert.deepEqual(await settingsOf(house, kim), { theme: 'light' })
      assert.equal(codeOf(await set(house, kim, { theme: 'light' }, 'once')), 'cid_conflict')
      const ada = await house.person('ada')
      assert.equal(must(await set(house, ada, { theme: 'dark' }, 'once')).place.duplicate, false, 'of another user')
    }),
  )

  test(
    'SET-4 the own log tells what was changed as it is by now, and a fresh start has all of it',
    shared(async (house) => {
      const [kim, ada] = (await house.people('kim', 'ada')) as [UserId, UserId]
      const first = only(must(await set(house, kim, { theme: 'dark', size: 1 })).inbox)
      const { at } = JSON.parse(first.json) as { at: number }
      const told = { type: 'inbox.settingsChanged', seq: 1, ref: first.ref, at, settings: { theme: 'dark', size: 1 } }
      assert.deepEqual([first.user, first.type, first.seq, JSON.parse(first.json)], [kim, told.type, 1, told])
      const second = only(must(await set(house, kim, { theme: null })).inbox)
      const delta = await house.userCatchUp(kim, [0, ''])
      assert(delta.mode === 'delta')
      assert.deepEqual(delta.upTo, [2, second.ref])
      assert.deepEqual(delta.events, [{ ...told, settings: { theme: null, size: 1 } }, JSON.parse(second.json)])
      assert.deepEqual(await house.userCatchUp(kim, [1, first.ref]), { ...delta, events: [JSON.parse(second.json)] })
      assert.deepEqual(await settingsOf(house, kim), { size: 1 })
      assert.deepEqual(await settingsOf(house, ada), {})
      assert.deepEqual((await house.store.greet(kim, null, 1))?.user, await house.store.userCatchUp(kim, null))
    }),
  )

  test(
    'SET-4 the own log stays bounded, and who is switched off changes nothing',
    shared(async (house) => {
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      for (const i of upTo(STORE_BOUNDS.userLogRows + 1)) must(await set(house, kim, { i }))
      assert.equal((await house.userCatchUp(kim, [0, ''])).mode, 'reset')
      assert.equal((await house.userCatchUp(ada, [0, ''])).mode, 'delta')
      assert.deepEqual(await settingsOf(house, kim), { i: STORE_BOUNDS.userLogRows + 1 })
      await house.store.updateAccount(kim, { disabledAt: house.step() })
      assert.equal(codeOf(await set(house, kim, { i: 0 })), 'unauthorized')
      assert.equal(codeOf(await set(house, 'us_nobody', { i: 0 })), 'unauthorized')
    }),
  )

  test(
    'SET-1 settings are there after a restart',
    fresh(async (house, { reopen }) => {
      const kim = await house.person('kim')
      must(await set(house, kim, { theme: 'dark' }, 'once'))
      if (reopen === undefined) return
      house.store = await reopen()
      assert.deepEqual(await settingsOf(house, kim), { theme: 'dark' })
      assert.equal(must(await set(house, kim, { theme: 'dark' }, 'once')).place.duplicate, true)
    }),
  )
}

function set(
  house: House,
  user: UserId,
  change: Record<string, unknown>,
  cid = `cid${house.step()}`,
): Promise<SettingsMoved | Refusal> {
  return house.store.setSettings({ user, cid, change, at: house.step() })
}

async function settingsOf(house: House, user: UserId): Promise<unknown> {
  const found: UserCatchUp | Refusal = await house.userCatchUp(user, null)
  assert(!isRefusal(found) && found.mode === 'reset')
  return found.settings
}
