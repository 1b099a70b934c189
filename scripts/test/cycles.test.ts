import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findCycles } from '../checks/cycles.ts'

const b = { path: 'packages/core/src/b.ts', text: "export * from './c.ts'" }
const c = { path: 'packages/core/src/c.ts', text: "import { a } from './a.ts'" }

test('a circle of imports and re-exports is found once, with its way', () => {
  const a = { path: 'packages/core/src/a.ts', text: "import { b } from './b.ts'" }
  assert.deepEqual(findCycles([a, b, c]), [
    'packages/core/src/a.ts: imports itself: packages/core/src/a.ts -> packages/core/src/b.ts -> packages/core/src/c.ts -> packages/core/src/a.ts',
  ])
})

test('a circle between packages is found', () => {
  const manifest = { path: 'packages/core/package.json', text: '{"name":"@natter/core","exports":{".":"./src/a.ts"}}' }
  const a = { path: 'packages/core/src/a.ts', text: "import { x } from '../../protocol/src/x.ts'" }
  const x = { path: 'packages/protocol/src/x.ts', text: "await import('@natter/core')" }
  assert.equal(findCycles([manifest, a, x]).length, 1)
})

test('a circle of types is none', () => {
  const a = { path: 'packages/core/src/a.ts', text: "import type { B } from './b.ts'" }
  assert.deepEqual(findCycles([a, b, c]), [])
})
