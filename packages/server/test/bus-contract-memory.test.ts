import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { createMemoryBus } from '../src/adapters/memory/memory-bus.ts'
import { busContract } from './bus-contract.ts'

busContract('the memory bus', async () => ({ bus: createMemoryBus() }))

// In a process of its own, since an error that nobody catches ends one.
const SCRIPT = `
  import { createMemoryBus } from ${JSON.stringify(new URL('../src/adapters/memory/memory-bus.ts', import.meta.url).href)}
  process.on('uncaughtException', (error) => console.log('not lost: ' + error.message))
  const bus = createMemoryBus()
  await bus.subscribe('all', () => { throw new Error('boom') })
  await bus.subscribe('all', (message) => console.log('heard ' + message.kind))
  bus.publish('all', { kind: 'user', json: '{}' })
`

test('BUS-5 a listener that throws takes nothing from the others, and its error is not lost', async () => {
  const { promise, resolve } = Promise.withResolvers<string>()
  execFile(process.execPath, ['--input-type=module', '-e', SCRIPT], (_error, stdout) => resolve(stdout))
  assert.deepEqual((await promise).trim().split('\n').toSorted(), ['heard user', 'not lost: boom'])
})
