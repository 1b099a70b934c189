import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SessionId, UserId } from '@natter/protocol'
import type { NewSession, Rotation } from '../src/ports/account-store.ts'
import { STORE_BOUNDS } from '../src/ports/store-bounds.ts'
import { must, upTo } from './store-contract-house.ts'
import type { House, Stage } from './store-contract-house.ts'

const GRACE_MS = 10

export function testSessions({ fresh }: Stage): void {
  test(
    'LOG-50 an access token holds until it ends, its session ends or its account is switched off',
    fresh(async (house) => {
      const { store } = house
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      await store.createSession(session('se_one', kim, {}))
      const found = await store.sessionByAccess('access of se_one', 199)
      const { accessHash: _, refreshHash: _r, endsAt: _e, ...shown } = session('se_one', kim, {})
      assert.deepEqual(found, { session: shown, user: (await store.accountById(kim))?.user })
      assert.equal(await store.sessionByAccess('access of se_one', 200), undefined)
      assert.equal(await store.sessionByAccess('refresh of se_one', 150), undefined)
      await store.createSession(session('se_two', kim, { expiresAt: 900, endsAt: 500 }))
      assert(await store.sessionByAccess('access of se_two', 499))
      assert.equal(await store.sessionByAccess('access of se_two', 500), undefined)
      must(await store.updateAccount(kim, { disabledAt: 5 }))
      assert.equal(await store.sessionByAccess('access of se_one', 150), undefined)
      must(await store.updateAccount(kim, { disabledAt: null }))
      assert.equal(await store.sessionByAccess('access of se_one', 150), undefined, 'it ended then')
      await store.createSession(session('se_ada', ada, {}))
    }),
  )

  test(
    'LOG-51 a refresh token rotates; its parent is taken within the grace and changes the access token alone',
    fresh(async (house) => {
      const { store } = house
      const kim = await signedIn(house)
      const rotated = await store.rotateSession(rotation('refresh of se_one', 1, 150))
      const user = (await store.accountById(kim))?.user
      const { accessHash: _, refreshHash: _r, endsAt: _e, ...shown } = session('se_one', kim, {})
      assert.deepEqual(rotated, { outcome: 'rotated', session: { ...shown, expiresAt: 650, lastSeenAt: 150 }, user })
      assert(await store.sessionByAccess('access 1', 600))
      assert.equal(await store.sessionByAccess('access of se_one', 160), undefined)
      const repeated = await store.rotateSession(rotation('refresh of se_one', 2, 150 + GRACE_MS))
      assert.equal(repeated.outcome, 'repeated')
      assert(await store.sessionByAccess('access 2', 600))
      assert.equal((await store.rotateSession(rotation('refresh 2', 9, 165))).outcome, 'unknown', 'it was never given')
      assert.equal(
        (await store.rotateSession(rotation('refresh 1', 3, 170))).outcome,
        'rotated',
        'the first successor holds',
      )
    }),
  )

  test(
    'LOG-52 a parent after the grace and any older token end the session',
    fresh(async (house) => {
      const { store } = house
      const kim = await signedIn(house)
      await store.rotateSession(rotation('refresh of se_one', 1, 150))
      const late = await store.rotateSession(rotation('refresh of se_one', 2, 151 + GRACE_MS))
      assert.deepEqual(late, { outcome: 'reused', session: 'se_one', user: kim })
      assert.equal(await store.sessionByAccess('access 1', 160), undefined)
      assert.equal((await store.rotateSession(rotation('refresh 1', 3, 170))).outcome, 'unknown')
      await store.createSession(session('se_two', kim, {}))
      await store.rotateSession(rotation('refresh of se_two', 4, 150))
      await store.rotateSession(rotation('refresh 4', 5, 151))
      const old = await store.rotateSession(rotation('refresh of se_two', 6, 152))
      assert.deepEqual(old, { outcome: 'reused', session: 'se_two', user: kim }, 'a grandparent has no grace')
      assert.equal((await store.rotateSession(rotation('refresh 5', 7, 153))).outcome, 'unknown')
    }),
  )

  test(
    'LOG-52 no token is taken at the end of its session, nor an unknown one',
    fresh(async (house) => {
      await signedIn(house)
      assert.equal((await house.store.rotateSession(rotation('refresh of se_one', 1, 10_000))).outcome, 'unknown')
      assert.equal((await house.store.rotateSession(rotation('made up', 2, 150))).outcome, 'unknown')
      assert.equal((await house.store.rotateSession(rotation('refresh of se_one', 3, 9_999))).outcome, 'rotated')
    }),
  )

  test(
    'LOG-53 many who renew at once leave one session and one refresh token',
    fresh(async (house) => {
      const kim = await signedIn(house)
      const many = await Promise.all(
        upTo(20).map((i) => house.store.rotateSession(rotation('refresh of se_one', i, 150))),
      )
      assert.deepEqual(many.map(({ outcome }) => outcome).toSorted(), [...upTo(19).map(() => 'repeated'), 'rotated'])
      assert.equal((await house.store.sessionsOf(kim, 160)).length, 1)
      const next = await Promise.all(
        upTo(20).map((i) => house.store.rotateSession(rotation(`refresh ${i}`, 100 + i, 170))),
      )
      assert.equal(next.filter(({ outcome }) => outcome === 'rotated').length, 1)
    }),
  )

  test(
    'LOG-54 a user lists the sessions that have not ended, and ends one, all, or all but one',
    fresh(async (house) => {
      const { store } = house
      const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
      for (const [i, id] of (['se_c', 'se_a', 'se_b'] as const).entries()) {
        await store.createSession(session(id, kim, { createdAt: 101 + i, endsAt: 500 + i }))
      }
      await store.createSession(session('se_ada', ada, {}))
      const ids = async (now: number) => (await store.sessionsOf(kim, now)).map(({ id }) => id)
      assert.deepEqual(await ids(150), ['se_c', 'se_a', 'se_b'])
      assert.deepEqual(await ids(501), ['se_b'])
      assert.deepEqual(await store.revokeSessions(kim, { only: 'se_ada' }), [], 'those of others are not there')
      assert.deepEqual(await store.revokeSessions(kim, { only: 'se_c' }), ['se_c'])
      assert.deepEqual(await store.revokeSessions(kim, { except: 'se_a' }), ['se_b'])
      assert.deepEqual(await store.revokeSessions(kim, {}), ['se_a'])
      assert.equal((await store.sessionsOf(ada, 150)).length, 1)
    }),
  )

  test(
    'LOG-55 one session more than a user may have ends the one that was seen longest ago',
    fresh(async (house) => {
      const { store } = house
      const kim = await house.person('kim')
      const most = STORE_BOUNDS.sessionsPerUser
      for (const i of upTo(most)) await store.createSession(session(`se_${i}`, kim, { lastSeenAt: 1_000 - i }))
      assert.equal((await store.sessionsOf(kim, 150)).length, most)
      await store.createSession(session('se_more', kim, {}))
      const open_ = (await store.sessionsOf(kim, 150)).map(({ id }) => id)
      assert.equal(open_.length, most)
      assert(open_.includes('se_more') && !open_.includes(`se_${most}`))
    }),
  )

  test(
    'LOG-56 a ticket lets in once, in time, and only while its session stands',
    fresh(async (house) => {
      const { store } = house
      const kim = await signedIn(house)
      const put = (hash: string) => store.putTicket({ hash, session: 'se_one', expiresAt: 130 })
      await put('first')
      const taken = await Promise.all(upTo(20).map(() => store.takeTicket('first', 129)))
      const winners = taken.filter((found) => found !== undefined)
      assert.deepEqual(winners, [await store.sessionByAccess('access of se_one', 129)])
      await put('late')
      assert.equal(await store.takeTicket('late', 130), undefined)
      assert.equal(await store.takeTicket('made up', 100), undefined)
      await put('of a session that ends')
      await store.revokeSessions(kim, {})
      assert.equal(await store.takeTicket('of a session that ends', 100), undefined)
      await put('too late')
      assert.equal(await store.takeTicket('too late', 100), undefined)
    }),
  )

  test(
    'LOG-56 a session has at most twenty tickets; one more takes the oldest away',
    fresh(async (house) => {
      const { store } = house
      await signedIn(house)
      const most = STORE_BOUNDS.ticketsPerSession
      for (const i of upTo(most + 1)) await store.putTicket({ hash: `t${i}`, session: 'se_one', expiresAt: 200 })
      assert.equal(await store.takeTicket('t1', 100), undefined)
      assert(await store.takeTicket('t2', 100))
      assert(await store.takeTicket(`t${most + 1}`, 100))
    }),
  )
}

async function signedIn(house: House): Promise<UserId> {
  await house.person('ada')
  const kim = await house.person('kim')
  await house.store.createSession(session('se_one', kim, {}))
  return kim
}

function session(id: SessionId, user: UserId, more: Partial<NewSession>): NewSession {
  return {
    id,
    user,
    createdAt: 100,
    lastSeenAt: 100,
    expiresAt: 200,
    device: 'laptop',
    address: '192.0.2.1',
    accessHash: `access of ${id}`,
    refreshHash: `refresh of ${id}`,
    endsAt: 10_000,
    ...more,
  }
}

/** The tokens that follow are numbered, so that each can be told. */
function rotation(presented: string, i: number, now: number): Rotation {
  return {
    presented,
    nextAccess: `access ${i}`,
    nextRefresh: `refresh ${i}`,
    now,
    expiresAt: now + 500,
    graceMs: GRACE_MS,
  }
}
