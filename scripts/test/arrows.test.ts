import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findWrongArrows } from '../checks/arrows.ts'
import type { TextFile } from '../checks/check.ts'

const manifest = (name: string, more: object = {}): TextFile => ({
  path: `packages/${name}/package.json`,
  text: JSON.stringify({ name: `@natter/${name}`, exports: { '.': './src/index.ts' }, ...more }),
})
const manifests = [
  manifest('protocol', { exports: { '.': './src/index.ts', './schemas': './src/schemas.ts' } }),
  manifest('core'),
  manifest('client'),
  manifest('server', { dependencies: { ws: '8.23.0' } }),
  manifest('web', { devDependencies: { preact: '11.2.0' } }),
  manifest('cli'),
]

const importing = (path: string, ...specifiers: string[]): TextFile => ({
  path,
  text: specifiers.map((specifier) => `import { x } from '${specifier}'`).join('\n'),
})
const find = (...files: TextFile[]): string[] => findWrongArrows([...manifests, ...files])

test('arrows that point inwards are fine', () => {
  const findings = find(
    importing('packages/protocol/src/schemas.ts', 'zod'),
    importing('packages/core/src/rule.ts', '@natter/protocol', './access.ts'),
    importing('packages/server/src/main.ts', './adapters/sqlite/open.ts', '@natter/core', 'ws', 'node:net'),
    importing('packages/server/src/adapters/sqlite/open.ts', './statements.ts', '../../ports/log-store.ts'),
    importing('packages/client/src/index.ts', '@natter/protocol'),
    importing('packages/web/src/main.tsx', '@natter/client', 'preact'),
  )
  assert.deepEqual(findings, [])
})

test('a package that knows an outer package is found', () => {
  assert.deepEqual(find(importing('packages/core/src/rule.ts', '@natter/protocol', '@natter/server')), [
    'packages/core/src/rule.ts:2 must not import packages/server/src/index.ts: core may know protocol only',
  ])
})

test('of what lies beside the packages the command line knows the bench, by its door alone', () => {
  const door = '../../../../bench/run-bench.ts'
  assert.deepEqual(
    find(
      importing('packages/cli/src/commands/bench.ts', door),
      importing('packages/cli/src/commands/send.ts', door),
      importing('packages/server/src/commands/bench.ts', door, '../../../../bench/bench.ts'),
    ),
    [
      'packages/cli/src/commands/send.ts:1 must not import bench/run-bench.ts: packages know nothing outside packages/',
      'packages/server/src/commands/bench.ts:1 must not import bench/run-bench.ts: packages know nothing outside packages/',
      'packages/server/src/commands/bench.ts:2 must not import bench/bench.ts: packages know nothing outside packages/',
    ],
  )
})

test('a way around the exports of a package is found', () => {
  assert.deepEqual(find(importing('packages/core/src/rule.ts', '../../protocol/src/ids.ts')), [
    'packages/core/src/rule.ts:1 must not import packages/protocol/src/ids.ts: go through the exports of @natter/protocol',
  ])
})

test('outside packages are only those of the table or of package.json', () => {
  assert.deepEqual(
    find(
      importing('packages/core/src/rule.ts', 'node:crypto'),
      importing('packages/protocol/src/ids.ts', 'ws'),
      importing('packages/server/src/http/app.ts', 'left-pad/sub'),
    ),
    [
      'packages/core/src/rule.ts:1 must not import node:crypto: core may import nothing from outside',
      'packages/protocol/src/ids.ts:1 must not import ws: protocol may import zod from outside',
      'packages/server/src/http/app.ts:1 must not import left-pad: packages/server/package.json does not list it',
    ],
  )
})

test('adapters know their port and never each other, and only main.ts knows adapters', () => {
  const at = (path: string): string => `packages/server/src/${path}`
  assert.deepEqual(
    find(
      importing(at('adapters/sqlite/open.ts'), '../memory/store.ts', '../../options.ts'),
      importing(at('gateway/fanout.ts'), '../adapters/sqlite/open.ts'),
      importing(at('commands/message-send.ts'), '../gateway/fanout.ts'),
    ),
    [
      `${at('adapters/sqlite/open.ts')}:1 must not import ${at('adapters/memory/store.ts')}: an adapter knows its port and nothing else of the server`,
      `${at('adapters/sqlite/open.ts')}:2 must not import ${at('options.ts')}: an adapter knows its port and nothing else of the server`,
      `${at('gateway/fanout.ts')}:1 must not import ${at('adapters/sqlite/open.ts')}: only main.ts constructs adapters`,
      `${at('commands/message-send.ts')}:1 must not import ${at('gateway/fanout.ts')}: every road enters here, none leads back out`,
    ],
  )
})

test('the SDK must not load the schemas, not even through an innocent file', () => {
  const findings = find(
    importing('packages/client/src/index.ts', './sync.ts'),
    importing('packages/client/src/sync.ts', '@natter/protocol'),
    importing('packages/protocol/src/index.ts', './parse-command.ts'),
    importing('packages/protocol/src/parse-command.ts', 'zod'),
  )
  assert.equal(findings.length, 1)
  assert.match(findings[0] ?? '', /^packages\/protocol\/src\/parse-command\.ts must not load zod: .*sync\.ts -> /)
})

test('the SDK may name the types of the schemas', () => {
  const text = "import type { Command } from '@natter/protocol/schemas'"
  assert.deepEqual(find({ path: 'packages/client/src/index.ts', text }), [])
})
