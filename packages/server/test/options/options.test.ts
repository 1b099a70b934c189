import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { LIMITS } from '@natter/protocol'
import type { LimitName } from '@natter/protocol'
import { anchorOf, configurationMarkdown } from '../../src/options/configuration-markdown.ts'
import { LIMIT_SETTINGS, optionsTable } from '../../src/options/options-table.ts'
import { readOptions } from '../../src/options.ts'
import type { Options } from '../../src/options.ts'

type Texts = Record<string, string | undefined>

function good(env: Texts, flags: Texts = {}): Options {
  const options = readOptions(env, flags)
  assert(!Array.isArray(options), JSON.stringify(options))
  return options
}

function problems(env: Texts, flags: Texts = {}): string[] {
  const options = readOptions(env, flags)
  assert(Array.isArray(options), 'this must not be accepted')
  return options.map(({ message }) => message)
}

test('OPT-1 without a setting', () => {
  assert.deepEqual(good({ PATH: '/usr/bin', HOME: '/home/ada' }), {
    host: '127.0.0.1',
    port: 8080,
    dataFolder: './data',
    databaseUrl: 'sqlite:',
    busUrl: 'process:',
    signup: 'invite',
    publicUrl: undefined,
    origins: [],
    trustedProxies: [],
    logLevel: 'info',
    name: 'Natter',
    drainMs: 500,
    outboxMemoryMib: 128,
    ratesEnforced: true,
    limits: LIMITS,
  })
})

test('OPT-1 every setting can be set', () => {
  const env = {
    NATTER_HOST: '::',
    NATTER_PORT: '0',
    NATTER_DATA: '/srv/natter data',
    NATTER_DATABASE_URL: 'memory:',
    NATTER_BUS_URL: 'process:',
    NATTER_SIGNUP: 'closed',
    NATTER_PUBLIC_URL: 'https://chat.example/',
    NATTER_ORIGINS: 'https://a.example, http://localhost:5173',
    NATTER_TRUSTED_PROXIES: '127.0.0.1,10.0.0.0/8, fd00::/8',
    NATTER_LOG_LEVEL: 'debug',
    NATTER_NAME: 'Das Caf\u00e9',
    NATTER_DRAIN_MS: '15000',
    NATTER_OUTBOX_MEMORY_MIB: '512',
    NATTER_LIMITS: 'off',
    NATTER_LIMIT_FRAME_BYTES: '131072',
  }
  assert.deepEqual(good(env), {
    host: '::',
    port: 0,
    dataFolder: '/srv/natter data',
    databaseUrl: 'memory:',
    busUrl: 'process:',
    signup: 'closed',
    publicUrl: 'https://chat.example',
    origins: ['https://a.example', 'http://localhost:5173'],
    trustedProxies: ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'],
    logLevel: 'debug',
    name: 'Das Caf\u00e9',
    drainMs: 15_000,
    outboxMemoryMib: 512,
    ratesEnforced: false,
    limits: { ...LIMITS, frameBytes: 131_072 },
  })
})

test('OPT-2 a flag wins over its variable, and an empty variable counts as absent', () => {
  assert.equal(good({ NATTER_PORT: '1' }, { port: '2' }).port, 2)
  assert.equal(good({ NATTER_PORT: '' }).port, 8080)
  assert.equal(good({ NATTER_PORT: 'x' }, { port: '2' }).port, 2)
  assert.deepEqual(problems({ NATTER_PORT: '1' }, { port: '' }), [
    '--port must be a whole number from 0 to 65535, got "". See docs/configuration.md#port',
  ])
})

for (const [name, nearest] of [
  ['NATTER_PROT', 'NATTER_PORT'],
  ['NATTER_DATABASE', 'NATTER_DATA'],
  ['NATTER_DATABASEURL', 'NATTER_DATABASE_URL'],
  ['NATTER_ORIGIN', 'NATTER_ORIGINS'],
  ['NATTER_LIMIT_FRAMEBYTES', 'NATTER_LIMIT_FRAME_BYTES'],
  ['NATTER_PORT_FILE', 'NATTER_PORT'],
] as const) {
  test(`OPT-3 ${name} is not a setting, but ${nearest} is`, () => {
    const [message = '', ...more] = problems({ [name]: '1' })
    assert.deepEqual(more, [])
    assert.equal(message, `${name} is not a setting. Did you mean ${nearest}? See docs/configuration.md.`)
  })
}

test('OPT-3 an unknown flag names the nearest, and variables of the client are none of the server’s business', () => {
  assert.deepEqual(problems({}, { prot: '1' }), [
    '--prot is not a setting. Did you mean --port? See docs/configuration.md.',
  ])
  good({ NATTER_URL: 'http://127.0.0.1:8080', NATTER_TOKEN: 'nat_x' })
})

for (const [name, value, must] of [
  ['NATTER_PORT', '65536', 'must be a whole number from 0 to 65535'],
  ['NATTER_PORT', '8080 ', 'must be a whole number from 0 to 65535'],
  ['NATTER_PORT', '0x50', 'must be a whole number from 0 to 65535'],
  ['NATTER_SIGNUP', 'Open', 'must be one of open, invite, closed'],
  ['NATTER_LOG_LEVEL', 'trace', 'must be one of debug, info, warn, error, silent'],
  ['NATTER_LIMITS', '0', 'must be one of on, off'],
  ['NATTER_HOST', 'a b', 'must be a host name or an address like 127.0.0.1'],
  ['NATTER_PUBLIC_URL', 'chat.example', 'must be an origin like https://chat.example, without a path'],
  ['NATTER_PUBLIC_URL', 'https://chat.example/app', 'must be an origin like https://chat.example, without a path'],
  ['NATTER_ORIGINS', '*', 'must be an origin like https://chat.example, without a path'],
  [
    'NATTER_TRUSTED_PROXIES',
    '10.0.0.0/33',
    'must be addresses or networks like 127.0.0.1 or 10.0.0.0/8, with commas between them',
  ],
  ['NATTER_NAME', '   ', 'must be one line of 1 to 50 characters'],
  ['NATTER_NAME', 'a\nb', 'must be one line of 1 to 50 characters'],
  ['NATTER_LIMIT_JSON_DEPTH', '101', 'must be a whole number from 1 to 100'],
  ['NATTER_LIMIT_COMMANDS_PER_SECOND', '0', 'must be a whole number from 1 to 1000000000'],
] as const) {
  test(`OPT-4 ${name}=${JSON.stringify(value)} is malformed`, () => {
    const anchor = name.slice('NATTER_'.length).toLowerCase().replaceAll('_', '-')
    assert.deepEqual(problems({ [name]: value }), [
      `${name} ${must}, got ${JSON.stringify(value)}. See docs/configuration.md#${anchor}`,
    ])
    assert.match(configurationMarkdown(), new RegExp(`^#+ ${anchor}$`, 'm'), 'the anchor must be there')
  })
}

test('OPT-5 all problems are told together', () => {
  const told = problems({ NATTER_PROT: '1', NATTER_PORT: 'x', NATTER_SIGNUP: 'no' }, { host: '' })
  assert.equal(told.length, 4)
})

test('OPT-6 a secret may stand in a file', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'natter-options-'))
  t.after(() => rm(folder, { recursive: true }))
  const file = join(folder, 'database')
  await writeFile(file, 'memory:\n')
  assert.equal(good({ NATTER_DATABASE_URL_FILE: file }).databaseUrl, 'memory:')
  assert.deepEqual(problems({ NATTER_DATABASE_URL_FILE: file, NATTER_DATABASE_URL: 'sqlite:' }), [
    'NATTER_DATABASE_URL and NATTER_DATABASE_URL_FILE are both set; use one.',
  ])
  assert.deepEqual(problems({ NATTER_DATABASE_URL_FILE: join(folder, 'gone') }), [
    `NATTER_DATABASE_URL_FILE names ${join(folder, 'gone')}, which cannot be read: ENOENT.`,
  ])
  await writeFile(file, 'x'.repeat(65_537))
  assert.match(String(problems({ NATTER_DATABASE_URL_FILE: file })), /larger than a secret/)
  await writeFile(file, 'hunter2')
  assert(!String(problems({ NATTER_DATABASE_URL_FILE: file })).includes('hunter2'))
})

test('OPT-6 of a malformed secret only its kind is shown', () => {
  for (const [value, shown] of [
    ['mysql://ada:hunter2@db/natter', 'mysql://…'],
    ['postgres://ada:hunter2@db/natter', 'postgres://…'],
    ['hunter2', '…'],
    ['HUNTER2', '…'],
  ] as const) {
    const [message = ''] = problems({ NATTER_DATABASE_URL: value })
    assert(!/hunter2/i.test(message), message)
    assert(message.includes(`got "${shown}".`), message)
  }
})

test('OPT-7 every limit has a setting with the default of the protocol', () => {
  const names = Object.keys(LIMITS) as LimitName[]
  assert.deepEqual(
    LIMIT_SETTINGS.map(({ byDefault }) => byDefault),
    names.map((name) => String(LIMITS[name])),
  )
  for (const [index, { env }] of LIMIT_SETTINGS.entries()) {
    const name = names[index]
    assert(name !== undefined)
    assert.deepEqual(good({ [env]: '7' }).limits, { ...LIMITS, [name]: 7 })
    assert.equal(env, `NATTER_LIMIT_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`)
  }
})

for (const [name, value] of [
  ['NATTER_DATABASE_URL', 'postgres://db/natter'],
  ['NATTER_DATABASE_URL', 'postgresql://db/natter'],
  ['NATTER_BUS_URL', 'redis://cache'],
  ['NATTER_BUS_URL', 'postgres:'],
] as const) {
  test(`OPT-8 ${name}=${value} asks for an adapter that this build lacks`, () => {
    assert.match(String(problems({ [name]: value })), /this build has no adapter for/)
  })
}

test('OPT-9 the documentation has each setting once, with its flag, variable, default and description', () => {
  const text = configurationMarkdown()
  for (const option of optionsTable) {
    assert.equal(
      text.split(
        `\n${'#'.repeat(option.name.startsWith('limit') && option.name !== 'limits' ? 3 : 2)} ${anchorOf(option)}\n`,
      ).length,
      2,
      option.name,
    )
    assert(text.includes(`\`${option.flag} ${option.placeholder}\` or \`${option.env}\``), option.name)
    assert(text.includes(option.description), option.name)
    if (option.byDefault !== undefined)
      assert('value' in option.read(option.byDefault), `${option.name}: its default must be good`)
  }
  assert.equal(new Set(optionsTable.map(({ env }) => env)).size, optionsTable.length)
})

test('OPT-11 a server that is to crash must know that it is a test', () => {
  assert.deepEqual(problems({ NATTER_TEST_CRASH_AT: 'parsed' }), [
    'NATTER_TEST_CRASH_AT ends the server on purpose and is for tests alone: it needs NODE_ENV=test. Unset it.',
  ])
  const inTest = (text: string): Texts => ({ NODE_ENV: 'test', NATTER_TEST_CRASH_AT: text })
  assert.deepEqual(good(inTest('')).crashAt, undefined)
  assert.deepEqual(good(inTest('before-ack')).crashAt, { label: 'before-ack', nth: 1 })
  assert.deepEqual(good(inTest('after-commit:12')).crashAt, { label: 'after-commit', nth: 12 })
  for (const text of ['sometimes', 'parsed:', 'parsed:0', 'parsed:x']) {
    const [problem, ...more] = problems(inTest(text))
    assert.match(problem ?? '', /^NATTER_TEST_CRASH_AT must be <step> or <step>:<nth> with a step of parsed, /)
    assert.deepEqual(more, [])
  }
})
