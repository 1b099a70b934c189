import assert from 'node:assert/strict'
import { test } from 'node:test'
import { subcommandsIn } from '../generators/cli-reference.ts'

test('the subcommands are those below Commands', () => {
  const help = [
    'Usage: natter [options] [command]',
    '',
    'Options:',
    '  -h, --help  display help',
    '',
    'Commands:',
    '  serve [options]      Run a server',
    '                       on this machine',
    '  send <room> [text]   Post a message',
    '  help [command]       display help',
    '',
    'Examples:',
    '  natter serve',
  ]
  assert.deepEqual(subcommandsIn(help.join('\n')), ['serve', 'send'])
  assert.deepEqual(subcommandsIn('Usage: natter send'), [])
})
