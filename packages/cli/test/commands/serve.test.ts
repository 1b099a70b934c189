import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { tempFolder } from '../temp-folder.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const MAIN_ARGS = ['serve', '--port', '0']

type Child = ChildProcessByStdio<null, Readable, Readable>

interface Served {
  child: Child
  said: { out: string; err: string }
  ended: Promise<number | null>
  /** Resolves once standard output passes. */
  until: (test: RegExp) => Promise<RegExpExecArray>
}

/** A real process, with nothing of the settings of whoever runs the tests. */
function natter(t: TestContext, args: string[], env: Record<string, string> = {}): Served {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('NATTER_'))
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  t.after(() => child.kill('SIGKILL'))
  const said = { out: '', err: '' }
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return {
    child,
    said,
    ended,
    until: async (pattern) => {
      for (;;) {
        const found = pattern.exec(said.out)
        if (found !== null) return found
        const next = await Promise.race([once(child.stdout, 'data'), ended])
        if (!Array.isArray(next)) throw new Error(`it ended with ${next}: ${said.err}`)
      }
    },
  }
}

const READY = /^Natter is ready at (http:\/\/127\.0\.0\.1:\d+)\n/

test('CLI-24 serve says where it is ready, where the data is, and on the first start how to become the owner', async (t) => {
  const data = await tempFolder(t)
  const first = natter(t, [...MAIN_ARGS, '--data', data])
  const [, url = ''] = await first.until(READY)
  const hint = `Open ${url} and sign up: the first account becomes the owner.\n`
  await first.until(/becomes the owner/)
  assert.equal(first.said.out, `Natter is ready at ${url}\nData: ${data}\n${hint}`)
  const answer = await fetch(`${url}/v1/accounts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ handle: 'ada', password: 'ada has a long password' }),
  })
  assert.equal(answer.status, 201)
  first.child.kill('SIGTERM')
  assert.equal(await first.ended, 0)

  const second = natter(t, [...MAIN_ARGS, '--data', data])
  await second.until(/Data: .*\n/)
  assert.doesNotMatch(second.said.out, /owner/)
  second.child.kill('SIGTERM')
  await second.ended
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`CLI-25 ${signal} ends serve with exit code 0, and the data can be served again`, async (t) => {
    const data = await tempFolder(t)
    for (let start = 0; start < 2; start++) {
      const served = natter(t, [...MAIN_ARGS, '--data', data, '--log-level', 'warn'])
      await served.until(READY)
      served.child.kill(signal)
      assert.equal(await served.ended, 0)
      assert.equal(served.said.err, '')
    }
  })
}

/** What stands on standard error, without the JSON lines of the log. */
function sentences(served: Served): string[] {
  return served.said.err.split('\n').filter((line) => line !== '' && !line.startsWith('{'))
}

test('CLI-26 a port in use is one sentence', async (t) => {
  const other = createServer()
  other.listen(0, '127.0.0.1')
  await once(other, 'listening')
  t.after(() => other.close())
  const { port } = other.address() as AddressInfo
  const served = natter(t, ['serve', '--port', String(port), '--data', await tempFolder(t)])
  assert.equal(await served.ended, 1)
  assert.deepEqual(sentences(served), [
    `natter: Port ${port} on 127.0.0.1 is in use already. Stop the other program, or choose another port with --port or NATTER_PORT.`,
  ])
  assert.equal(served.said.out, '')
})

test('CLI-26 a folder that cannot be written is one sentence that names it', async (t) => {
  const file = join(await tempFolder(t), 'file')
  await writeFile(file, '')
  // Below a regular file nobody can make a folder, not even root.
  const data = join(file, 'data')
  const served = natter(t, [...MAIN_ARGS, '--data', data])
  assert.equal(await served.ended, 1)
  const [sentence = '', ...more] = sentences(served)
  assert.deepEqual(more, [])
  assert.match(sentence, /^natter: .*\.$/)
  assert(sentence.includes(data), sentence)
})

test('CLI-26 a second server on the same data is one sentence, and leaves the first alone', async (t) => {
  const data = await tempFolder(t)
  const first = natter(t, [...MAIN_ARGS, '--data', data])
  const [, url = ''] = await first.until(READY)
  const second = natter(t, [...MAIN_ARGS, '--data', data])
  assert.equal(await second.ended, 1)
  const [sentence = '', ...more] = sentences(second)
  assert.deepEqual(more, [])
  assert(sentence.startsWith('natter: ') && sentence.includes(data), sentence)
  assert.equal((await fetch(`${url}/healthz`)).status, 200)
  first.child.kill('SIGTERM')
  assert.equal(await first.ended, 0)
})

test('CLI-26 settings that are unknown or malformed are a sentence each, and nothing is started', async (t) => {
  const data = await tempFolder(t)
  const wrong: [Record<string, string>, string[], RegExp][] = [
    [{ NATTER_PROT: '8080' }, [], /^natter: NATTER_PROT is not a setting\. Did you mean NATTER_PORT\?/],
    [{ NATTER_PORT: 'eighty' }, [], /^natter: NATTER_PORT must be .*, got "eighty"/],
    [{ NATTER_DATABASE_URL: 'mysql://x' }, [], /^natter: NATTER_DATABASE_URL must /],
    [{}, ['--port', '70000'], /^natter: --port must be .*, got "70000"/],
  ]
  for (const [env, args, sentence] of wrong) {
    const served = natter(t, ['serve', '--data', data, ...args], env)
    assert.equal(await served.ended, 1)
    assert.equal(sentences(served).length, 1)
    assert.match(served.said.err, sentence)
  }
  const both = natter(t, ['serve', '--data', data], { NATTER_PROT: '1', NATTER_PORT: 'x' })
  assert.equal(await both.ended, 1)
  assert.equal(sentences(both).length, 2)
})

test('CLI-11 an unknown flag of serve is exit code 2, with the nearest one', async (t) => {
  const served = natter(t, ['serve', '--prot', '1'])
  assert.equal(await served.ended, 2)
  assert.match(served.said.err, /unknown option '--prot'\n\(Did you mean --port\?\)/)
})

test('CLI-24 NATTER_LIMITS=off is said loudly', async (t) => {
  const served = natter(t, [...MAIN_ARGS, '--data', await tempFolder(t)], {
    NATTER_LIMITS: 'off',
    NATTER_LOG_LEVEL: 'silent',
  })
  await served.until(READY)
  served.child.kill('SIGTERM')
  assert.equal(await served.ended, 0)
  assert.match(served.said.err, /no rates and no caps on connections/)
})
