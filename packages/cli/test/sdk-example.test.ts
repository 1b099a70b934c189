import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { createLog, readOptions, startServer, systemClock } from '@natter/server'

const PACKAGE = join(import.meta.dirname, '../../client')
const EXAMPLE = join(PACKAGE, 'examples/ten-lines.ts')

test('SDK-48 the README quotes the example as it stands', async () => {
  const [readme, example] = await Promise.all([readFile(join(PACKAGE, 'README.md'), 'utf8'), readFile(EXAMPLE, 'utf8')])
  assert(readme.includes(`\`\`\`ts\n${example}\`\`\``))
  assert(example.trim().split('\n').length <= 11)
})

test('SDK-48 the example runs against a real server', async (t) => {
  const options = readOptions({ NATTER_DATABASE_URL: 'memory:', NATTER_PORT: '0' }, {})
  assert(!Array.isArray(options))
  const server = await startServer(options, { log: createLog('silent', systemClock) })
  t.after(() => server.close())
  const child = spawn(process.execPath, [EXAMPLE], { env: { ...process.env, NATTER_URL: server.address } })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  await once(child, 'close')
  assert.equal(child.exitCode, 0, err)
  assert.equal(out, 'Message 3 is on disk.\n')
})
