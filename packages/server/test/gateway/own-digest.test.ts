import assert from 'node:assert/strict'
import { test } from 'node:test'
import { house } from './house.ts'

test('GW-22 who wrote all that is new hears from where on, on every device', async () => {
  const { ada, kim, den, clock } = await house()
  const [kims, adas] = [await kim.connect(), await ada.connect()]
  const told = async (): Promise<(number | undefined)[]> => {
    await clock.advance(1_000)
    return [kims, adas].map((client) => client.all('room.moved').at(-1)?.ownAfterN)
  }
  await kim.say(den, 'one')
  await kim.say(den, 'two')
  assert.deepEqual(await told(), [0, undefined])
  await kim.say(den, 'three')
  assert.deepEqual(await told(), [2, undefined])
  await kim.say(den, 'four')
  await ada.say(den, 'five')
  await kim.say(den, 'six')
  assert.deepEqual(await told(), [undefined, undefined])
})

test('GW-22 what is owed to an idle reader is its own only if all of it is', async () => {
  const { ada, kim, den, clock } = await house()
  const client = await kim.connect()
  await clock.advance(1_000)
  await client.must('activity', { state: 'idle' })
  const overTwoTicks = async (...writers: (typeof ada)[]): Promise<number | undefined> => {
    for (const writer of writers) {
      await writer.say(den, 'hi')
      await clock.advance(1_000)
    }
    await clock.advance(10_000)
    return client.all('room.moved').at(-1)?.ownAfterN
  }
  assert.equal(await overTwoTicks(kim, kim), 0)
  assert.equal(await overTwoTicks(ada, kim), undefined)
  assert.equal(await overTwoTicks(kim, ada), undefined)
})
