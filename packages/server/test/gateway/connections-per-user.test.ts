import assert from 'node:assert/strict'
import { test } from 'node:test'
import { house } from './house.ts'

test('GW-7 a device that connects again replaces its connection', async () => {
  const { ada, kim, settle } = await house()
  const first = await ada.connect({ device: 'phone' })
  const other = await ada.connect({ device: 'laptop' })
  const kims = await kim.connect({ device: 'phone' })
  const unnamed = [await ada.connect(), await ada.connect()]
  await ada.connect({ device: 'phone' })
  await settle()
  assert.equal(first.closed?.code, 'replaced')
  assert.deepEqual(
    [other, kims, ...unnamed].map(({ closed }) => closed),
    [undefined, undefined, undefined, undefined],
  )
})

test('GW-7 an older connection that is let in later does not replace a newer one', async () => {
  const { ada, stranger, settle, clock } = await house()
  const older = stranger()
  await clock.advance(1_000)
  const newer = await ada.connect({ device: 'phone' })
  older.send('hello', { version: 1, token: ada.token, device: 'phone' })
  await settle()
  assert.deepEqual([older.closed?.code, newer.closed], ['replaced', undefined])
})

test('GW-8 one connection more than a user may have is closed, the others stay', async () => {
  const { ada, kim, stranger, settle } = await house({ ratesEnforced: true, limits: { connectionsPerUser: 2 } })
  const [first, second] = [await ada.connect(), await ada.connect()]
  const third = stranger()
  third.send('hello', { version: 1, token: ada.token })
  await settle()
  assert.equal(third.closed?.code, 'connectionLimit')
  assert.deepEqual([first.closed, second.closed], [undefined, undefined])
  await kim.connect()
  first.vanish()
  assert.equal((await ada.connect()).closed, undefined)
})
