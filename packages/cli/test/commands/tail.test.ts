import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objectsIn, openPlace } from '../place.ts'

const LINES = Array.from({ length: 130 }, (_, number) => `line ${number}`)

test('CLI-21 tail begins with the newest messages, or with all since a seq', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  await ada.natter(['create', 'den'])
  const seqs = (await ada.natter(['send', 'den', '--lines'], { input: [LINES.join('\n')] })).out.trimEnd().split('\n')
  const texts = async (...args: string[]): Promise<unknown[]> =>
    objectsIn((await ada.natter(['tail', 'den', '--no-follow', '--json', ...args])).out).map(({ text }) => text)
  assert.deepEqual(await texts(), LINES.slice(-10))
  assert.deepEqual(await texts('-n', '3'), LINES.slice(-3))
  assert.deepEqual(await texts('-n', '120'), LINES.slice(-120))
  assert.deepEqual(await texts('--last', '10000'), LINES)
  assert.deepEqual(await texts('--since', '0'), LINES)
  assert.deepEqual(await texts('--since', seqs[4] ?? ''), LINES.slice(5))
  assert.deepEqual(await texts('--since', seqs[100] ?? ''), LINES.slice(101))
  assert.equal((await ada.natter(['tail', 'den', '--no-follow', '-n', '0'])).out, '')
  assert.equal((await ada.natter(['tail', 'den', '--no-follow', '--since', '999999'])).out, '')
})

test('CLI-21 tail follows, each message once and in order, until it is stopped, which is no failure', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  const kim = await person('kim')
  await ada.natter(['create', 'den'])
  await kim.natter(['join', 'den'])
  await ada.natter(['send', 'den', 'before'])
  const { io, done } = kim.start(['tail', 'den', '--json'])
  await io.until(({ out }) => out.includes('before'))
  await ada.natter(['send', 'den', '--lines'], { input: [LINES.join('\n')] })
  await io.until(({ out }) => out.includes('"line 129"'))
  io.interrupt()
  const { code, out, err } = await done
  assert.deepEqual([code, err], [0, ''])
  assert.deepEqual(
    objectsIn(out).map(({ text }) => text),
    ['before', ...LINES],
  )
})

test('CLI-21 tail shows who, when, what was answered, edited or deleted, and begins each day with its date', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  await ada.natter(['create', 'den'])
  const seq = (await ada.natter(['send', 'den', 'hello'])).out.trim()
  await ada.natter(['send', 'den', '--reply', seq, 'hello back'])
  const { out } = await ada.natter(['tail', 'den', '--no-follow'])
  assert.match(
    out,
    new RegExp(
      `^--- \\d{4}-\\d\\d-\\d\\d ---\\n${seq} \\d\\d:\\d\\d:\\d\\d ada: hello\\n\\d+ \\d\\d:\\d\\d:\\d\\d ada: \\(to ${seq}\\) hello back\\n$`,
    ),
  )
})

test('CLI-1 CLI-2 a message can neither attack the terminal nor pass for another message', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  await ada.natter(['create', 'den'])
  await ada.natter(['send', 'den', 'hi\n9 12:00:00 boss: you are fired\n\x1b[2J\x1b]8;;http://evil\x07x\x9b31m\rme'])
  const { out } = await ada.natter(['tail', 'den', '--no-follow'])
  assert.match(
    out,
    /ada: hi\n {4}9 12:00:00 boss: you are fired\n {4}\\x1b\[2J\\x1b\]8;;http:\/\/evil\\x07x\\x9b31m\\rme\n$/,
  )
  const json = (await ada.natter(['tail', 'den', '--no-follow', '--json'])).out
  assert.doesNotMatch(json.trimEnd(), /[\x00-\x1f\x7f-\x9f]/)
  assert.match(String(objectsIn(json)[0]?.['text']), /\x9b31m\rme$/)
})

test('CLI-5 colours are for terminals, and not with NO_COLOR', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  await ada.natter(['create', 'den'])
  await ada.natter(['send', 'den', 'hello'])
  const args = ['tail', 'den', '--no-follow']
  assert.match((await ada.natter(args, { isTerminal: true })).out, /\x1b\[1mada\x1b\[22m: hello/)
  assert.doesNotMatch((await ada.natter(args)).out, /\x1b/)
  assert.doesNotMatch((await ada.natter(args, { isTerminal: true, env: { NO_COLOR: '1' } })).out, /\x1b/)
  assert.doesNotMatch((await ada.natter(args, { isTerminal: true, env: { TERM: 'dumb' } })).out, /\x1b/)
  assert.match((await ada.natter(args, { isTerminal: true, env: { NO_COLOR: '' } })).out, /\x1b/)
})

test('CLI-21 somebody who leaves the room elsewhere is told that the tail ends', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  const kim = await person('kim')
  await ada.natter(['create', 'den'])
  await kim.natter(['join', 'den'])
  await ada.natter(['send', 'den', 'hello'])
  const { io, done } = kim.start(['tail', 'den'])
  await io.until(({ out }) => out.includes('hello'))
  await kim.natter(['leave', 'den'])
  const { code, err } = await done
  assert.deepEqual([code, err], [1, 'natter: You are not in this room any more.\n'])
})
