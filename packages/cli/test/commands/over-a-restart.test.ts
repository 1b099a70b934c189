import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serve } from '../../../server/test/process/server-process.ts'
import { run } from '../../src/run.ts'
import { fakeIo } from '../fake-io.ts'
import type { FakeIo } from '../fake-io.ts'
import { objectsIn, passwordOf } from '../place.ts'
import { tempFolder } from '../temp-folder.ts'

const LINES = Array.from({ length: 2_000 }, (_, number) => `line ${number}`)
const KILLS = 3
const ENV = { NATTER_SIGNUP: 'open', NATTER_LIMITS: 'off', NATTER_LOG_LEVEL: 'warn' }

test('CLI-22 send --lines and tail go on where they were when the server is killed, without loss or double', async (t) => {
  const dataFolder = await tempFolder(t)
  let server = await serve({ dataFolder, env: ENV })
  t.after(() => server.kill())
  const homeFolder = await tempFolder(t)
  const natter = async (...args: string[]): Promise<void> => {
    const io = fakeIo({ homeFolder, input: [passwordOf('ada')] })
    assert.equal(await run(io, args), 0, io.said.err)
  }
  await natter('login', server.url, '--sign-up', '--handle', 'ada', '--password-stdin')
  await natter('create', 'den')
  await natter('send', 'den', 'before')

  const tail = fakeIo({ homeFolder })
  const tailed = run(tail, ['tail', 'den', '--json'])
  await tail.until(({ out }) => out.includes('before'))
  const gate = gatedInput(KILLS + 1)
  const send = fakeIo({ homeFolder, input: gate.input })
  const sent = run(send, ['send', 'den', '--lines', '--json'])
  for (let kill = 1; kill <= KILLS; kill++) {
    gate.open()
    // In the middle of this part: some lines of it are confirmed, some are on their way, some not yet read.
    await confirmed(send, Math.floor((LINES.length / (KILLS + 1)) * (kill - 0.6)))
    await server.kill()
    server = await serve({ dataFolder, port: server.port, env: ENV })
  }
  gate.open()
  assert.equal(await sent, 0, send.said.err)
  await tail.until(({ out }) => out.includes(`"${LINES.at(-1)}"`))
  tail.interrupt()
  assert.equal(await tailed, 0)

  assert.equal(send.said.err, `${LINES.length} sent.\n`)
  const acks = objectsIn(send.said.out).slice(0, -1)
  assert.deepEqual(
    acks.map(({ line }) => line),
    LINES.map((_, index) => index + 1),
  )
  const heard = objectsIn(tail.said.out).slice(1)
  assert.deepEqual(
    heard.map(({ text }) => text),
    LINES,
    'every line once and in order',
  )
  assert.deepEqual(
    heard.map(({ seq, n, cid }) => ({ seq, n, cid })),
    acks.map(({ seq, n, cid }) => ({ seq, n, cid })),
  )
  const lost = tail.said.err.match(/connection lost, waiting for the server/g)?.length
  assert.equal(lost, tail.said.err.match(/connected again/g)?.length)
  assert(lost !== undefined && lost >= 1, 'the tail must have noticed for this to mean anything')
})

/** Resolves once so many lines were confirmed. */
function confirmed(io: FakeIo, count: number): Promise<void> {
  return io.until(({ out }) => out.split('\n').length > count)
}

/** The lines in parts, each handed out when the gate is opened for it. */
function gatedInput(parts: number): { input: AsyncIterable<Uint8Array>; open: () => void } {
  const gates = Array.from({ length: parts }, () => Promise.withResolvers<void>())
  let opened = 0
  const size = Math.ceil(LINES.length / parts)
  return {
    open: () => gates[opened++]?.resolve(),
    input: (async function* () {
      for (const [part, gate] of gates.entries()) {
        await gate.promise
        yield new TextEncoder().encode(
          LINES.slice(part * size, (part + 1) * size)
            .map((line) => `${line}\n`)
            .join(''),
        )
      }
    })(),
  }
}
