import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findForbiddenWords } from '../checks/project-words.ts'

test('places of one machine, registries and undone work are found', () => {
  const text = [
    '/home/builder/natter',
    '/home/ada/notes',
    'see registry.example.org',
    '// TODO: later',
    'docs at /v1/work',
    'https://a.org/home/x',
  ].join('\n')
  assert.deepEqual(findForbiddenWords([{ path: 'README.md', text }]), [
    'README.md:1 "/home/builder": a path of one machine',
    'README.md:3 "registry.example.org": the host name of a registry',
    'README.md:4 "TODO": work left undone',
  ])
})
