import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objectsIn, openPlace } from '../place.ts'

test('CLI-23 the owner announces, and says until when', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  const { code, out } = await ada.natter(['announce', 'Back in ten minutes', '--for', '10m', '--json'])
  assert.equal(code, 0)
  const { text, at, untilAt } = objectsIn(out)[0]?.['announcement'] as { text: string; at: number; untilAt: number }
  assert.deepEqual([text, untilAt - at], ['Back in ten minutes', 600_000])
  assert.match((await ada.natter(['announce', 'Hello'])).out, /^Announced until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\n$/)
})

test('CLI-23 the owner sees who is connected, and closes a connection, which comes back', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  const kim = await person('kim')
  await ada.natter(['create', 'den'])
  await kim.natter(['join', 'den'])
  await ada.natter(['send', 'den', 'hello'])
  const tail = kim.start(['tail', 'den', '--json'])
  await tail.io.until(({ out }) => out.includes('hello'))

  const [connection] = objectsIn((await ada.natter(['connections', '--json'])).out)
  assert.deepEqual([connection?.['handle'], connection?.['rooms'], connection?.['transport']], ['kim', 1, 'websocket'])
  const id = String(connection?.['id'])
  assert.match(
    (await ada.natter(['connections'])).out,
    /^ID +WHO +ADDRESS +CLIENT +SINCE +ROOMS +QUEUED\n\S+ +@kim +127\.0\.0\.1 +cli\/\S+ +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +1 +0 B\n$/,
  )
  assert.equal((await ada.natter(['connections', '--close', id])).out, `Closed ${id}.\n`)
  await tail.io.until(({ err }) => err.includes('connected again'))
  await ada.natter(['send', 'den', 'still there?'])
  await tail.io.until(({ out }) => out.includes('still there?'))
  tail.io.interrupt()
  assert.deepEqual(
    objectsIn((await tail.done).out).map(({ text }) => text),
    ['hello', 'still there?'],
  )

  const gone = await ada.natter(['connections', '--close', 'c_nothing'])
  assert.equal(gone.code, 1)
})

test('CLI-23 the owner lists accounts, gives roles, and shuts people out and lets them in', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  const kim = await person('kim')
  const list = (await ada.natter(['users'])).out
  assert.match(
    list,
    /^HANDLE +NAME +ROLE +SINCE +STATE +ID\n@ada +ada +owner +\d{4}-\d\d-\d\d +us_\w+\n@kim +kim +member +\d{4}-\d\d-\d\d +us_\w+\n$/m,
  )
  const role = (out: string): unknown => (objectsIn(out)[0]?.['user'] as { role: string }).role
  assert.equal(role((await ada.natter(['users', '@kim', '--set-role', 'admin', '--json'])).out), 'admin')
  assert.equal((await kim.natter(['announce', 'I may too'])).code, 0)

  assert.match((await ada.natter(['users', 'kim', '--disable'])).out, /disabled/)
  assert.equal((await kim.natter(['rooms'])).code, 3)
  assert.doesNotMatch((await ada.natter(['users', 'kim', '--enable'])).out, /disabled/)

  assert.match((await ada.natter(['users', 'nobody'])).err, /There is nobody called @nobody here/)
  assert.equal((await ada.natter(['users', '--disable'])).code, 2)
  assert.equal((await ada.natter(['users', 'kim', '--disable', '--enable'])).code, 2)
  assert.equal((await ada.natter(['users', 'kim', '--set-role', 'king'])).code, 2)
})

test('CLI-23 others are refused', async (t) => {
  const { person } = await openPlace(t)
  await person('ada')
  const kim = await person('kim')
  for (const args of [
    ['announce', 'x'],
    ['connections'],
    ['connections', '--close', 'c_1'],
    ['users'],
    ['users', 'ada', '--disable'],
  ]) {
    const { code, out, err } = await kim.natter(args)
    assert.deepEqual([code, out], [1, ''], args.join(' '))
    assert.match(err, /^natter: [A-Z].*\.\n$/)
  }
})

test('CLI-23 an invite prints its link alone, and on standard error how long it holds', async (t) => {
  const { url, person } = await openPlace(t)
  const ada = await person('ada')
  const { out, err } = await ada.natter(['invite', '--uses', '20', '--for', '1d'])
  assert(out.startsWith(`${url}/`))
  assert.match(err, /^For 20 people, until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\n$/)
})
