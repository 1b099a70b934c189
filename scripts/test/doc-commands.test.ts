import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findUnknownCommands } from '../checks/doc-commands.ts'
import { readBlocks, readCommands } from '../checks/shell-blocks.ts'

const manifest = { path: 'package.json', text: '{"scripts":{"start":"x","test":"x","natter":"x","check":"x"}}' }
const flagsOf = (subcommand: string): Set<string> | undefined =>
  ({ serve: new Set(['--demo', '--port']), send: new Set(['--json']) })[subcommand]

const find = (commands: string): string[] =>
  findUnknownCommands(
    { files: [manifest, { path: 'README.md', text: `# Natter\n\n\`\`\`sh\n${commands}\n\`\`\`\n` }] },
    flagsOf,
  )

test('commands that exist are fine', () => {
  const commands = [
    'npm start -- --demo --port=9000   # with people in it',
    'git clone https://example.org/natter && cd natter',
    'NATTER_PORT=9000 npm start',
    '$ npm run natter -- send general "hello | there" --json > sent.json',
    'echo hello | natter send general',
    'npm run check',
    'natter --help',
  ]
  assert.deepEqual(find(commands.join('\n')), [])
})

test('a script, a command, a flag and a program that do not exist are found', () => {
  assert.deepEqual(
    find('npm run deploy\nnpm run natter -- shout hi\nnpm start -- --fast\nyarn start\nbash missing.sh'),
    [
      'README.md:4 `npm run deploy`: package.json has no script "deploy"',
      'README.md:5 `npm run natter -- shout hi`: natter has no command "shout"',
      'README.md:6 `npm start -- --fast`: natter serve has no --fast',
      'README.md:7 `yarn start`: yarn is not a command that readers can be expected to have',
      'README.md:8 `bash missing.sh`: there is no file missing.sh',
    ],
  )
})

test('a block is run only when it is marked', () => {
  const text = '<!-- run -->\n```sh\nnpm test\n```\n\n```sh\nnpm start\n```\n'
  assert.deepEqual(
    readBlocks({ path: 'README.md', text }).map(({ script, isRun, place }) => ({ script, isRun, place })),
    [
      { script: 'npm test\n', isRun: true, place: 'README.md:3' },
      { script: 'npm start\n', isRun: false, place: 'README.md:7' },
    ],
  )
})

test('commands lose comments, settings in front and redirections behind', () => {
  const text = '```sh\nA=1 npm test 2>&1 | cat # all of them\n```\n'
  assert.deepEqual(
    readCommands({ path: 'README.md', text }).map(({ words }) => words),
    [['npm', 'test'], ['cat']],
  )
})
