import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objectsIn, openPlace } from '../place.ts'

test('CLI-18 words become one message, and its seq is printed', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  await ada.natter(['create', 'den'])
  const first = await ada.natter(['send', 'den', 'Hello', 'all', 'of', 'you'])
  assert.deepEqual([first.code, first.err], [0, ''])
  assert.match(first.out, /^\d+\n$/)
  const second = await ada.natter(['send', 'den', '--reply', first.out.trim(), '--json', '--', '--not-an-option'])
  const [sent] = objectsIn(second.out)
  assert.deepEqual(Object.keys(sent ?? {}).sort(), ['at', 'cid', 'duplicate', 'n', 'ref', 'seq'])
  const said = objectsIn((await ada.natter(['tail', 'den', '--no-follow', '--json'])).out)
  assert.deepEqual(
    said.map(({ text, replyTo, n, handle }) => ({ text, replyTo, n, handle })),
    [
      { text: 'Hello all of you', replyTo: undefined, n: 1, handle: 'ada' },
      { text: '--not-an-option', replyTo: Number(first.out), n: 2, handle: 'ada' },
    ],
  )
})

test('CLI-18 the whole of standard input becomes one message of several lines', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  await ada.natter(['create', 'den'])
  assert.equal((await ada.natter(['send', 'den'], { input: ['one\n', '  two\n\n', 'three\n'] })).code, 0)
  const [said] = objectsIn((await ada.natter(['tail', 'den', '--no-follow', '--json'])).out)
  assert.equal(said?.['text'], 'one\n  two\n\nthree')
})

test('CLI-18 a message that is refused is an error, and nothing is printed', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  await ada.natter(['create', 'den'])
  for (const [text, sentence] of [
    ['  \n', /visible/],
    ['x'.repeat(9_000), /9000/],
  ] as const) {
    const { code, out, err } = await ada.natter(['send', 'den'], { input: [text] })
    assert.deepEqual([code, out], [1, ''])
    assert.match(err, sentence)
  }
})

test('CLI-19 each line becomes a message, in order, and blank ones are passed over', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  await ada.natter(['create', 'den'])
  const lines = Array.from({ length: 300 }, (_, number) => `line ${number}`)
  const { code, out, err } = await ada.natter(['send', 'den', '--lines'], { input: [`\n${lines.join('\n')}\n  \n`] })
  assert.deepEqual([code, err], [0, '300 sent, 2 blank.\n'])
  const seqs = out.trimEnd().split('\n').map(Number)
  assert.equal(seqs.length, 300)
  assert.deepEqual(
    seqs,
    seqs.toSorted((a, b) => a - b),
  )
  const said = objectsIn((await ada.natter(['tail', 'den', '-n', '1000', '--no-follow', '--json'])).out)
  assert.deepEqual(
    said.map(({ text }) => text),
    lines,
  )
})

test('CLI-19 lines are sent as they come, while the input stays open', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  await ada.natter(['create', 'den'])
  const pipe = new TransformStream<Uint8Array, Uint8Array>()
  const writer = pipe.writable.getWriter()
  const { io, done } = ada.start(['send', 'den', '--lines'], { input: pipe.readable })
  await writer.write(new TextEncoder().encode('first\nsec'))
  await io.until(({ out }) => out.split('\n').length === 2)
  await writer.write(new TextEncoder().encode('ond\n'))
  await io.until(({ out }) => out.split('\n').length === 3)
  await writer.close()
  assert.deepEqual((await done).err, '2 sent.\n')
})

test('CLI-20 a line that cannot be sent is named, the others are sent, and the exit code is 1', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  await ada.natter(['create', 'den'])
  const input = [['one', 'x'.repeat(9_000), 'three'].join('\n')]
  const { code, out, err } = await ada.natter(['send', 'den', '--lines', '--json'], { input })
  assert.equal(code, 1)
  const objects = objectsIn(out)
  assert.deepEqual(
    objects.map(({ line, error }) => [line, (error as { code?: string } | undefined)?.code]),
    [
      [1, undefined],
      [2, 'too_large'],
      [3, undefined],
      [undefined, undefined],
    ],
  )
  assert.deepEqual(objects.at(-1), { summary: { sent: 2, failed: 1, unconfirmed: 0, blank: 0 } })
  assert.deepEqual(objectsIn(err.split('\n').slice(1).join('\n'))[0]?.['error'], {
    code: 'failed',
    message: '1 of the lines could not be sent.',
  })

  const human = await ada.natter(['send', 'den', '--lines'], { input })
  assert.match(human.err, /^line 2: .*9000.*\n2 sent, 1 failed\.\nnatter: 1 of the lines could not be sent\.\n$/)
})

test('CLI-20 the program that is stopped says which lines were not confirmed', async (t) => {
  const { person, server } = await openPlace(t)
  const ada = await person('ada')
  await ada.natter(['create', 'den'])
  const pipe = new TransformStream<Uint8Array, Uint8Array>()
  const writer = pipe.writable.getWriter()
  const { io, done } = ada.start(['send', 'den', '--lines'], { input: pipe.readable })
  await writer.write(new TextEncoder().encode('one\n'))
  await io.until(({ out }) => out !== '')
  await server.close()
  await writer.write(new TextEncoder().encode('two\n'))
  io.interrupt()
  const { code, err } = await done
  assert.notEqual(code, 0)
  assert.match(
    err,
    /line 2: interrupted before the server confirmed it\n1 sent, 1 unconfirmed\.\nnatter: Interrupted\.\n/,
  )
})

test('CLI-19 while lines are sent a terminal counts them, and where output goes there too, the seqs do', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  await ada.natter(['create', 'den'])
  const input = ['one\ntwo\n']
  const counted = await ada.natter(['send', 'den', '--lines'], { input, isTerminal: 'err' })
  assert.match(counted.err, /^\r\x1b\[K1 sent\.(\r\x1b\[K2 sent\.)?\r\x1b\[K2 sent\.\n$/)
  assert.equal((await ada.natter(['send', 'den', '--lines'], { input, isTerminal: true })).err, '2 sent.\n')
})

test('CLI-19 input that ends in something else than text is told after what was sent', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  await ada.natter(['create', 'den'])
  const input = (async function* () {
    yield await Promise.resolve(new TextEncoder().encode('one\ntwo\n'))
    yield Uint8Array.of(0xff)
  })()
  const { code, out, err } = await ada.natter(['send', 'den', '--lines'], { input })
  assert.deepEqual([code, out.split('\n').length - 1], [1, 2])
  assert.equal(err, '2 sent.\nnatter: Standard input is not UTF-8 text.\n')
})

test('CLI-11 arguments that make no sense together are exit code 2', async (t) => {
  const { person } = await openPlace(t)
  const ada = await person('ada')
  const wrong = [
    ['send', 'den', 'hi', '--lines'],
    ['send'],
    ['send', 'den', '--reply', 'x'],
    ['send', 'den', 'hi', '--wait', '3'],
    ['rooms', 'words'],
    ['nonsense'],
    ['tail', 'den', '-n', '-1'],
  ]
  for (const args of wrong) {
    const { code, out, err } = await ada.natter(args)
    assert.deepEqual([code, out], [2, ''], args.join(' '))
    assert.match(err, /^error: /)
  }
})
