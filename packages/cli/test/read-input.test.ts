import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLines, readWhole } from '../src/read-input.ts'
import { fakeIo } from './fake-io.ts'

test('CLI-18 the whole of standard input is one message, without the line break at its end', async () => {
  assert.equal(await readWhole(fakeIo({ input: ['one\n', '\ntwo\n'] })), 'one\n\ntwo')
  assert.equal(await readWhole(fakeIo({ input: [] })), '')
})

test('CLI-19 lines are read one by one wherever the pieces of the input begin and end', async () => {
  const bytes = [...new TextEncoder().encode('á\r\n\nb\n猫 c')].map((byte) => Uint8Array.of(byte))
  const lines: string[] = []
  for await (const line of readLines(fakeIo({ input: asAsync(bytes) }))) lines.push(line)
  assert.deepEqual(lines, ['á', '', 'b', '猫 c'])
})

test('CLI-19 input that is not text is refused, after the lines before it', async () => {
  const input = asAsync([new TextEncoder().encode('fine\n'), Uint8Array.of(0xff, 0x0a)])
  const lines = readLines(fakeIo({ input }))
  assert.deepEqual(await lines.next(), { value: 'fine', done: false })
  await assert.rejects(lines.next(), { exitCode: 1, message: 'Standard input is not UTF-8 text.' })
})

test('CLI-19 input beyond any message is refused before it fills the memory', async () => {
  const endless = function* (): Generator<string> {
    for (;;) yield 'x'.repeat(100_000)
  }
  await assert.rejects(readWhole(fakeIo({ input: endless() })), { code: 'too_large' })
  await assert.rejects(readLines(fakeIo({ input: endless() })).next(), { code: 'too_large' })
})

test('CLI-20 somebody who stops the program is not kept waiting for input', async () => {
  const never = new ReadableStream<Uint8Array>()
  const io = fakeIo({ input: never })
  const reading = readLines(io).next()
  io.interrupt()
  await assert.rejects(reading, { code: 'interrupted' })
})

async function* asAsync<T>(values: T[]): AsyncGenerator<T, void> {
  for (const value of values) yield await Promise.resolve(value)
}
