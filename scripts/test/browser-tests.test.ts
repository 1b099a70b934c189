import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outcomeOf } from '../testing/browser-tests.ts'

test('a browser test that passes only on a second try counts as failed, and so does an error outside of tests', () => {
  const report = {
    stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 },
    suites: [],
    errors: [{ message: 'the server did not start' }],
  }
  assert.deepEqual(outcomeOf(report), { passed: 3, failed: 3, skipped: 2 })
})
