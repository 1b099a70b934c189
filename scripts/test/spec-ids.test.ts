import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findLooseSpecIds } from '../checks/spec-ids.ts'

const spec = {
  path: 'docs/spec/messages.md',
  text: '# Messages\n\n- **MS-1** A post is kept.\n- **MS-2** A delete clears.\n',
}
const tests = (text: string): { path: string; text: string } => ({ path: 'packages/server/test/post.test.ts', text })

test('rules and tests that name each other are fine', () => {
  const text = "test('MS-1 a post is kept', () => {})\nstoreTest(`MS-2 on ${name}, as in MS-1`, async () => {})"
  assert.deepEqual(findLooseSpecIds([spec, tests(text)]), [])
})

test('a rule without a test is found', () => {
  assert.deepEqual(findLooseSpecIds([spec, tests("test('MS-1 a post is kept', () => {})")]), [
    'docs/spec/messages.md:4 no test names rule MS-2',
  ])
})

test('a test that only a comment makes is no test', () => {
  const text = "test('MS-1 a post is kept', () => {}) // test('MS-2 a delete clears', () => {})"
  assert.deepEqual(findLooseSpecIds([spec, tests(text)]), ['docs/spec/messages.md:4 no test names rule MS-2'])
})

test('a test of a rule that does not exist is found', () => {
  const text = "test('MS-1 and MS-2 hold', () => {})\ntest('MS-9 is imagined', () => {})\ntest('ZZ-1 too', () => {})"
  assert.deepEqual(findLooseSpecIds([spec, tests(text)]), [
    'packages/server/test/post.test.ts:2 no rule MS-9 in docs/spec',
    'packages/server/test/post.test.ts:3 no rule ZZ-1 in docs/spec',
  ])
})

test('a rule that stands twice or says nothing is found', () => {
  const twice = { path: 'docs/spec/again.md', text: '- **MS-1** A post is kept.\n- **MS-2**\n' }
  const text = "test('MS-1 MS-2 hold', () => {})"
  assert.deepEqual(findLooseSpecIds([spec, twice, tests(text)]), [
    'docs/spec/again.md:2 rule MS-2 says nothing',
    'docs/spec/again.md:1 rule MS-1 stands twice',
    'docs/spec/again.md:2 rule MS-2 stands twice',
  ])
})

test('UTF-8 in a title is no rule', () => {
  assert.deepEqual(findLooseSpecIds([spec, tests("test('MS-1 MS-2 broken UTF-8 is refused', () => {})")]), [])
})
