import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signal } from '@preact/signals'
import { NatterError } from '@natter/client'
import type { Room, User } from '@natter/protocol'
import type { DialogShown } from '../src/app/app-context.ts'
import { COMMANDS } from '../src/composer/commands/commands.ts'
import { readCommand } from '../src/composer/commands/read-command.ts'
import { runCommand } from '../src/composer/commands/run-command.ts'
import type { CommandCall } from '../src/composer/commands/slash-command.ts'
import { parseInline } from '../src/text/inline.ts'

const BEN: User = { id: 'us_ben', handle: 'ben', name: 'Ben Okafor', kind: 'human', role: 'member' }

test('WEB-201 a command stands at the beginning; // and paths are text', () => {
  assert.deepEqual(readCommand(' /topic  a b\nc '), { kind: 'command', name: 'topic', rest: 'a b\nc' })
  assert.deepEqual(readCommand('/HELP'), { kind: 'command', name: 'help', rest: '' })
  assert.deepEqual(readCommand('//shrug it'), { kind: 'text', text: '/shrug it' })
  for (const text of ['/usr/bin/env', '/', 'a /topic', '/2', '/ topic', 'plain']) {
    assert.deepEqual(readCommand(text), { kind: 'text', text })
  }
})

test('WEB-201 each command has a name of its own in small letters, and none runs with too much or too little behind it', async () => {
  assert.equal(new Set(COMMANDS.map(({ name }) => name)).size, COMMANDS.length)
  for (const { name, usage } of COMMANDS) {
    assert.match(name, /^[a-z]{2,}$/)
    const { call, done } = room()
    const isOptional = ['shrug', 'topic'].includes(name)
    if (usage !== undefined && isOptional) continue
    const outcome = await runCommand(COMMANDS, name, { ...call, rest: usage === undefined ? 'more' : '' })
    assert.equal(outcome.kind, 'refused', name)
    assert.match(outcome.kind === 'refused' ? outcome.why : '', new RegExp(`^Write it as: /${name}`))
    assert.deepEqual(done, [])
  }
})

test('WEB-201 what there is no command for is refused with a sentence, and so is what the server refuses', async () => {
  const { call } = room()
  assert.deepEqual(await run(call, 'dance'), {
    kind: 'refused',
    why: 'There is no command /dance. /help lists them all; // at the beginning writes a plain slash.',
  })
  const { call: refusing } = room({ refusal: new NatterError('forbidden', 'Only moderators may do that.') })
  for (const [name, rest] of [
    ['topic', 'x'],
    ['rename', 'x'],
    ['invite', '@ben'],
    ['archive', ''],
  ] as const) {
    const outcome = await run(refusing, name, rest)
    assert.equal(outcome.kind, 'refused', name)
  }
})

test('WEB-208 without a connection only what needs none is done', async () => {
  const { call, done } = room({ isOffline: true })
  assert.match(JSON.stringify(await run(call, 'topic', 'Cake')), /needs a connection/)
  assert.equal((await run(call, 'me', 'waves')).kind, 'send')
  assert.equal((await run(call, 'help')).kind, 'done')
  assert.deepEqual(done, [])
})

test('WEB-202 words for a message come back as a message that is read as it is meant', async () => {
  const { call } = room()
  assert.deepEqual(await run(call, 'me', 'waves'), { kind: 'send', text: '_waves_' })
  assert.deepEqual(await run(call, 'spoiler', 'he did it'), { kind: 'send', text: '||he did it||' })
  const shrug = await run(call, 'shrug', 'who knows')
  assert.equal(shrug.kind, 'send')
  const text = shrug.kind === 'send' ? shrug.text : ''
  assert.match(text, /^who knows ¯\\.\(ツ\).\/¯$/)
  assert.deepEqual(parseInline(text), [{ kind: 'text', text }])
})

test('WEB-202 commands about the room do it, people are found by their handles, and what needs a yes opens its dialog', async () => {
  const { call, done, dialog } = room()
  assert.equal((await run(call, 'topic', 'Cake')).kind, 'done')
  assert.equal((await run(call, 'topic')).kind, 'done')
  assert.equal((await run(call, 'rename', '#cake')).kind, 'done')
  assert.equal((await run(call, 'invite', '@Ben')).kind, 'done')
  assert.equal((await run(call, 'archive')).kind, 'done')
  assert.equal((await run(call, 'status', 'Busy')).kind, 'done')
  assert.deepEqual(done, [
    ['update', { topic: 'Cake' }],
    ['update', { topic: '' }],
    ['update', { name: 'cake' }],
    ['invite', 'us_ben'],
    ['update', { archived: true }],
    ['status', 'dnd'],
  ])
  assert.equal((await run(call, 'remove', 'ben')).kind, 'done')
  assert.deepEqual(dialog.value, { kind: 'removePerson', room: 'rm_tea', user: 'us_ben' })
  await run(call, 'leave')
  assert.deepEqual(dialog.value, { kind: 'leaveRoom', room: 'rm_tea' })
  await run(call, 'help')
  assert.deepEqual(dialog.value, { kind: 'commands' })
})

test('WEB-202 arguments that cannot be are told before anything is asked of the server', async () => {
  const { call, done } = room()
  const refusals: [name: string, rest: string, why: RegExp][] = [
    ['topic', 'x'.repeat(251), /At most 250/],
    ['topic', 'a\nb', /single line/],
    ['rename', 'x'.repeat(51), /At most 50/],
    ['invite', '@nobody', /nobody called @nobody/],
    ['invite', '@ben and @ana', /Write it as/],
    ['msg', '@ben', /Write it as/],
    ['status', 'sleepy', /active, away or busy/],
    ['join', '#nowhere', /no public room/],
    ['join', '#twice', /Several rooms/],
    ['dm', Array.from({ length: 10 }, () => '@ben').join(' '), /at most 10/],
  ]
  for (const [name, rest, why] of refusals) {
    const outcome = await run(call, name, rest)
    assert.match(outcome.kind === 'refused' ? outcome.why : outcome.kind, why, `/${name} ${rest}`)
  }
  const { call: direct } = room({ people: true })
  for (const [name, rest] of [
    ['topic', 'x'],
    ['rename', 'x'],
    ['invite', '@ben'],
    ['remove', '@ben'],
    ['leave', ''],
    ['archive', ''],
  ] as const) {
    assert.match(JSON.stringify(await run(direct, name, rest)), /rooms only/, name)
  }
  assert.deepEqual(done, [])
})

test('WEB-202 one joins by name or by a link, writes to somebody from anywhere, and opens conversations', async () => {
  const { call, done } = room()
  for (const rest of ['#Garden', 'garden', '[garden](https://chat.example/r/rm_garden)']) await run(call, 'join', rest)
  await run(call, 'join', '#tea')
  await run(call, 'msg', '@ben Hello\nyou')
  await run(call, 'dm', '@ben')
  assert.deepEqual(done, [
    ['join', 'rm_garden'],
    ['go', 'rm_garden'],
    ['join', 'rm_garden'],
    ['go', 'rm_garden'],
    ['join', 'rm_garden'],
    ['go', 'rm_garden'],
    ['go', 'rm_tea'],
    ['dm', ['us_ben']],
    ['send', 'rm_dm', 'Hello\nyou'],
    ['dm', ['us_ben']],
    ['go', 'rm_dm'],
  ])
})

test('WEB-202 preferences of the room are kept with the others, and muting twice is muting once', async () => {
  const { call, settings } = room()
  await run(call, 'favourite')
  await run(call, 'mute')
  await run(call, 'mute')
  assert.deepEqual(settings.value, { 'room.rm_tea': { favourite: true, muted: true } })
  await run(call, 'unmute')
  await run(call, 'favourite')
  assert.deepEqual(settings.value, { 'room.rm_tea': null })
})

function run(call: CommandCall, name: string, rest = ''): ReturnType<typeof runCommand> {
  return runCommand(COMMANDS, name, { ...call, rest })
}

/** The room "tea", and what commands did. */
function room({ refusal, people, isOffline }: { refusal?: Error; people?: boolean; isOffline?: boolean } = {}) {
  const done: unknown[][] = []
  const dialog = signal<DialogShown | undefined>(undefined)
  const settings = signal<Readonly<Record<string, unknown>>>({})
  const note = (...what: unknown[]): Promise<void> => {
    if (refusal) return Promise.reject(refusal)
    done.push(what)
    return Promise.resolve()
  }
  const tea = named('rm_tea', 'tea')
  const rooms = [named('rm_garden', 'garden'), named('rm_a', 'twice'), named('rm_b', 'Twice')]
  const handle = (id: string) => ({
    id,
    info: { value: people ? { ...tea, people: ['us_ana', 'us_ben'] } : (rooms.find((each) => each.id === id) ?? tea) },
    update: (change: unknown) => note('update', change),
    invite: (user: string) => note('invite', user),
    send: (text: string) => ({ cid: 'c', sent: note('send', id, text) }),
  })
  const natter = {
    connection: { value: { state: isOffline ? 'waiting' : 'live' } },
    http: {
      findUsers: (query: string) =>
        Promise.resolve({ users: [BEN].filter((user) => user.handle.startsWith(query)), more: false }),
      publicRooms: (query: string) =>
        Promise.resolve({
          rooms: rooms.filter(({ name }) => name?.toLowerCase().includes(query.toLowerCase())),
          more: false,
        }),
    },
    rooms: { value: [{ id: tea.id, room: tea }] },
    room: handle,
    setStatus: (status: string) => note('status', status),
    joinRoom: (id: string) => note('join', id),
    openDm: (users: string[]) => note('dm', users).then(() => ({ id: 'rm_dm' })),
  }
  const app = {
    natter,
    self: 'us_ana',
    dialog,
    router: { go: ({ room: id }: { room: string }) => void done.push(['go', id]) },
    settings: { all: settings, set: (change: object) => void (settings.value = { ...settings.value, ...change }) },
  }
  // The parts of the page that commands use.
  const call = { app, room: handle(tea.id), rest: '' } as unknown as CommandCall
  return { call, done, dialog, settings }
}

function named(id: Room['id'], name: string): Room {
  return { id, kind: 'public', name, createdAt: 0, createdBy: 'us_ana', head: [0, ''], n: 0, members: 2, updatedSeq: 0 }
}
