import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findForeignAddresses, findLargePage, pageBytes } from '../checks/built-page.ts'
import { findDependencyFaults } from '../checks/dependencies.ts'
import { findDeadPaths } from '../checks/doc-paths.ts'
import { findLongDocuments } from '../checks/documents.ts'
import { findLargeFiles } from '../checks/file-size.ts'
import { tooLarge } from '../checks/sizes.ts'

const lines = (count: number): string => 'x\n'.repeat(count)

test('a file over 300 lines needs a reason in its first line', () => {
  const path = 'scripts/long.ts'
  assert.deepEqual(findLargeFiles([{ path, text: lines(300) }]), [])
  assert.deepEqual(
    findLargeFiles([{ path, text: `// One table: splitting it would hide the order.\n${lines(300)}` }]),
    [],
  )
  assert.equal(findLargeFiles([{ path, text: lines(301) }]).length, 1)
})

test('nine of ten files of a package stay under 180 lines', () => {
  const files = Array.from({ length: 10 }, (_, index) => ({
    path: `packages/core/src/${index}.ts`,
    text: lines(index < 8 ? 50 : 200),
  }))
  assert.deepEqual(findLargeFiles(files), [
    'packages/core/src/: nine of ten files must have at most 180 lines, they have 200',
  ])
})

test('install scripts, loose versions and too many packages are found, development ones do not count', () => {
  const lock = (packages: object): { path: string; text: string } => ({
    path: 'package-lock.json',
    text: JSON.stringify({ packages }),
  })
  const many = Object.fromEntries(Array.from({ length: 61 }, (_, index) => [`node_modules/p${index}`, {}]))
  assert.deepEqual(findDependencyFaults([lock(many)]), ['package-lock.json: 61 packages in production, at most 60'])
  assert.deepEqual(
    findDependencyFaults([
      lock({ 'node_modules/a': { hasInstallScript: true }, 'node_modules/b': { dev: true, hasInstallScript: true } }),
    ]),
    ['package-lock.json: node_modules/a runs a script when it is installed'],
  )
  const manifest = { path: 'packages/core/package.json', text: '{"dependencies":{"zod":"^4.0.0","ws":"8.23.0"}}' }
  assert.deepEqual(findDependencyFaults([lock({}), manifest]), [
    'packages/core/package.json: zod must have an exact version, not "^4.0.0"',
  ])
})

test('a path in backticks and a link must exist', () => {
  const text =
    'See `packages/core/src/post.ts`, `packages/core/src/gone.ts`, `a/b`, [here](docs/x.md#y) and [there](https://example.org).\n'
  const files = [
    { path: 'ARCHITECTURE.md', text },
    { path: 'packages/core/src/post.ts', text: '' },
  ]
  assert.deepEqual(findDeadPaths({ root: '.', files }), [
    'ARCHITECTURE.md:1 names packages/core/src/gone.ts, which does not exist',
    'ARCHITECTURE.md:1 names docs/x.md, which does not exist',
  ])
})

test('a bundle over its bound is found', () => {
  assert.deepEqual(tooLarge('the SDK', 15_000, 15_000), [])
  assert.deepEqual(tooLarge('the SDK', 15_001, 15_000), ['the SDK is 15001 bytes gzipped, at most 15000'])
})

test('a decision without a part or out of the list is found, and a long README', () => {
  const decision = '# 0001 A\n\n## Context\n\n## Decision\n\n## What we give up\n'
  const files = [
    { path: 'README.md', text: lines(121) },
    { path: 'docs/decisions/0001-a.md', text: decision },
  ]
  assert.deepEqual(findLongDocuments(files), [
    'README.md: 121 lines, at most 120',
    'docs/decisions/0001-a.md: there is no part "## What would change our mind"',
    'docs/decisions/0001-a.md: docs/decisions/README.md does not list it',
  ])
})

test('what index.html names is loaded at once, the rest later, and both have a bound', () => {
  const files = [
    { path: 'index.html', text: '<script src="/theme.js"></script><link href="/assets/index-a1.css">' },
    { path: 'theme.js', text: 'theme' },
    { path: 'assets/index-a1.css', text: 'style' },
    { path: 'assets/picker-Dz_3fG-1.js', text: 'x' },
    { path: 'favicon.svg', text: '<svg/>' },
  ]
  const { atOnce, later } = pageBytes(files)
  assert.ok(atOnce > 60)
  assert.deepEqual(
    later.map(({ path }) => path),
    ['assets/picker-Dz_3fG-1.js'],
  )
  assert.deepEqual(
    findLargePage({ atOnce: 120_000, later: [{ path: 'assets/picker-Dz_3fG-1.js', bytes: 50_000 }] }),
    [],
  )
  assert.deepEqual(findLargePage({ atOnce: 120_001, later: [{ path: 'assets/picker-Dz_3fG-1.js', bytes: 50_001 }] }), [
    'the page is 120001 bytes gzipped, at most 120000',
    'picker.js 50001 bytes gzipped, at most 50000',
  ])
})

test('a foreign address in the built page is found, in scripts and in style sheets', () => {
  const text = 'a("http://www.w3.org/2000/svg");b("https://cdn.example/x.js");new WebSocket(`wss://push.example`)'
  assert.deepEqual(
    findForeignAddresses([
      { path: 'index.js', text },
      { path: 'index.css', text: 'a{background:url(//cdn.example/a.png)}b{background:url(/own.png)}' },
    ]),
    [
      'the built page names another origin: https://cdn.example/x.js in index.js',
      'the built page names another origin: wss://push.example in index.js',
      'the built page names another origin: url(//cdn.example/a.png in index.css',
    ],
  )
})
