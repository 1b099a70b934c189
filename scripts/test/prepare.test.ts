import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { isInstalled } from '../prepare/install.mjs'
import { hashSources } from '../prepare/page.mjs'
import { isNewEnough } from '../prepare/pinned-node.mjs'

function folder(t: TestContext, files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'natter-scripts-'))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const lock = (packages: object): string => JSON.stringify({ packages })
const wanted = lock({
  '': {},
  'packages/core': { version: '0.1.0' },
  'node_modules/ws': { version: '8.23.0' },
  'node_modules/other-platform': { version: '1.0.0', optional: true },
})

test('nothing is installed anew when node_modules holds what the lockfile asks for', (t) => {
  const present = lock({ 'node_modules/ws': { version: '8.23.0' } })
  assert.equal(
    isInstalled(folder(t, { 'package-lock.json': wanted, 'node_modules/.package-lock.json': present })),
    true,
  )
})

test('a missing node_modules, a missing package and another version are noticed', (t) => {
  assert.equal(isInstalled(folder(t, { 'package-lock.json': wanted })), false)
  for (const present of [lock({}), lock({ 'node_modules/ws': { version: '8.22.0' } })]) {
    assert.equal(
      isInstalled(folder(t, { 'package-lock.json': wanted, 'node_modules/.package-lock.json': present })),
      false,
    )
  }
})

test('the floor of Node is 24.21', () => {
  assert.deepEqual(['20.20.2', '24.20.9', '24.21.0', '26.0.0'].map(isNewEnough), [false, false, true, true])
})

test('the page is built anew when a source of it changes, and not when its tests or its output do', (t) => {
  const sources = {
    'packages/web/src/main.tsx': 'a',
    'packages/client/src/index.ts': 'b',
    'packages/protocol/src/index.ts': 'c',
    'package-lock.json': '{}',
  }
  const root = folder(t, sources)
  const before = hashSources(root)
  mkdirSync(join(root, 'packages/web/dist'))
  writeFileSync(join(root, 'packages/web/dist/index.html'), 'built')
  mkdirSync(join(root, 'packages/web/test'))
  writeFileSync(join(root, 'packages/web/test/a.test.ts'), 'test')
  assert.equal(hashSources(root), before)
  for (const path of Object.keys(sources)) {
    const changed = folder(t, { ...sources, [path]: 'changed' })
    assert.notEqual(hashSources(changed), before, path)
  }
})

const becoming = (script: string, canReplace: boolean): string => `
  ${canReplace ? '' : 'process.execve = undefined'}
  const { become } = await import(${JSON.stringify(new URL('../prepare/become.mjs', import.meta.url).href)})
  become(process.execPath, ['-e', ${JSON.stringify(script)}])`

for (const canReplace of [true, false]) {
  const how = canReplace ? 'by replacing the process' : 'as a child'

  test(`the exit code of the server is that of npm start, ${how}`, async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', becoming('process.exit(7)', canReplace)])
    assert.deepEqual(await once(child, 'exit'), [7, null])
  })

  test(`a signal reaches the server, ${how}`, async () => {
    const server = "process.on('SIGTERM', () => process.exit(9)); setInterval(() => {}, 1e6); console.log('up')"
    const child = spawn(process.execPath, ['--input-type=module', '-e', becoming(server, canReplace)])
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    assert.deepEqual(await once(child, 'exit'), [9, null])
  })
}
