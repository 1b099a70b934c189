import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findForbiddenGlobals } from '../checks/forbidden-globals.ts'

const find = (text: string, path = 'packages/core/src/rule.ts'): string[] =>
  findForbiddenGlobals([{ path, text }])
    .filter((finding) => finding.startsWith(path))
    .map((finding) => finding.replace(/^.*?:(\d+) (.*?): (\w+) .*$/, '$1 $2 $3'))

test('clocks, timers, chance and the environment are found wherever they are used', () => {
  const text = [
    'Date.now()',
    'new Date()',
    'performance.now()',
    'const wait = setTimeout',
    'globalThis.setInterval(() => 1, 2)',
    'Math.random()',
    'crypto.randomUUID()',
    'process.env.HOME',
    "import { setTimeout as sleep } from 'node:timers/promises'",
    "import { randomBytes } from 'node:crypto'",
    'AbortSignal.timeout(5)',
    'const it = { setImmediate }',
  ].join('\n')
  assert.deepEqual(find(text), [
    '1 Date.now time',
    '2 new Date() time',
    '3 performance time',
    '4 setTimeout time',
    '5 setInterval time'.replace('setInterval', 'globalThis.setInterval'),
    '6 Math.random chance',
    '7 crypto.randomUUID chance',
    '8 process.env environment',
    '9 node:timers/promises time',
    '10 crypto.randomBytes chance',
    '11 AbortSignal.timeout time',
    '12 setImmediate time',
  ])
})

test('what only looks like them is fine', () => {
  const text = [
    '// Date.now() and setTimeout',
    "const text = 'Math.random()'",
    'new Date(at)',
    'clock.setTimeout(() => 1, 2)',
    'type Timer = ReturnType<typeof setTimeout>',
    'type Clock = { setTimeout: () => void; performance: number }',
    'const clock = { setTimeout: start }',
    "import { createHash } from 'node:crypto'",
    'Math.max(1, 2)',
  ].join('\n')
  assert.deepEqual(find(text), [])
})

test('a parameter of that name is the injected one', () => {
  assert.deepEqual(find('function f({ setTimeout }) { setTimeout(1) }'), [])
  assert.deepEqual(find('const f = (now, setTimeout = other) => setTimeout(1)'), [])
})

test('the page, the rules and the protocol have no network of their own', () => {
  const text = "fetch('/v1/me'); new WebSocket(url)"
  assert.deepEqual(find(text, 'packages/web/src/app.tsx'), ['1 fetch network', '1 WebSocket network'])
  assert.deepEqual(find(text, 'packages/cli/src/send.ts'), [])
})

test('tests and scripts may use a clock', () => {
  const text = 'Date.now()'
  assert.deepEqual(
    findForbiddenGlobals([{ path: 'packages/core/test/rule.test.ts', text }]).filter((each) => each.includes('rule')),
    [],
  )
})
