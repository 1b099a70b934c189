import assert from 'node:assert/strict'
import { test } from 'node:test'
import { narrow } from '../testing/choose-tests.ts'

const all = {
  files: ['packages/core/test/post.test.ts', 'sim/test/world.test.ts'],
  browserFiles: ['packages/web/e2e/sign-up.spec.ts'],
}

test('without a filter all tests run', () => {
  assert.deepEqual(narrow(all, []), all)
})

test('a part of a path chooses files, browser tests too', () => {
  assert.deepEqual(narrow(all, ['core']), { files: ['packages/core/test/post.test.ts'], browserFiles: [] })
  assert.deepEqual(narrow(all, ['./packages/web']), { files: [], browserFiles: ['packages/web/e2e/sign-up.spec.ts'] })
})

test('what is no path is a part of test names', () => {
  assert.deepEqual(narrow(all, ['cannot (yet)']).files, all.files)
  assert.match('MS-4 a stranger cannot (yet) post', narrow(all, ['cannot (yet)']).name ?? /never/)
  assert.doesNotMatch('a stranger cannot yet post', narrow(all, ['cannot (yet)']).name ?? /./)
})
