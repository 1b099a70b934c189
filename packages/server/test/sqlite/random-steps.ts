import * as fc from 'fast-check'
import type { RoomCommand } from '@natter/core'
import type { RoomId, UserId } from '@natter/protocol'
import type { RoomWrite } from '../../src/ports/log-store.ts'
import type { Store } from '../../src/ports/store.ts'

/** One call that changes something. */
export interface Step {
  what: string
  run(store: Store): Promise<unknown>
}

export const PEOPLE: UserId[] = ['us_ada', 'us_kim', 'us_sam', 'us_lou']
/** Public, private, direct, a group, and one that nobody makes. */
export const ROOMS: RoomId[] = ['rm_public', 'rm_private', 'rm_direct', 'rm_group', 'rm_nowhere']

/** Any of them. Few names, so that steps meet: the same cid again, the message that was deleted, the member who left. */
export function anyStep(): fc.Arbitrary<Step> {
  return fc.oneof(
    { weight: 40, arbitrary: aWrite() },
    { weight: 8, arbitrary: aMark() },
    { weight: 4, arbitrary: aSettingsChange() },
    { weight: 1, arbitrary: anAccountChange() },
  )
}

/** In the first two rooms everybody is a member, and the messages from here on are by each person in turn. */
const FIRST_MESSAGE = 6
const MESSAGES = 12

/** Accounts, the first two rooms with everybody in them, and what they have said. */
export function beginning(): Step[] {
  const [owner = 'us_none', ...others] = PEOPLE
  const write = (room: RoomId, actor: UserId, command: RoomCommand): Step => writeStep({ room, actor, at: 2, command })
  return [
    ...PEOPLE.map(signUp),
    ...ROOMS.slice(0, 2).flatMap((room, index) => [
      write(room, owner, { type: 'room.create', cid: 'make', kind: index === 0 ? 'public' : 'private', name: room }),
      ...others.map((user) => write(room, owner, { type: 'room.invite', room, user, cid: user })),
      ...Array.from({ length: MESSAGES }, (_, i) =>
        write(room, authorOf(FIRST_MESSAGE + i), { type: 'message.send', room, cid: `first${i}`, text: `${i} @kim` }),
      ),
    ]),
  ]
}

function authorOf(seq: number): UserId {
  return PEOPLE[seq % PEOPLE.length] ?? 'us_none'
}

function signUp(id: UserId): Step {
  const account = { id, handle: id.slice('us_'.length), name: id, passwordHash: '', at: 1, invite: undefined }
  return { what: `sign-up of ${id}`, run: (store) => store.createAccount({ ...account, signup: 'open' }) }
}

function writeStep(write: RoomWrite): Step {
  return { what: JSON.stringify(write), run: (store) => store.append(write) }
}

const person = fc.constantFrom(...PEOPLE)
const anyRoom = fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...ROOMS.slice(0, 2)) }, fc.constantFrom(...ROOMS))
/** Mostly of a message. */
const seq = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: FIRST_MESSAGE, max: FIRST_MESSAGE + MESSAGES - 1 }) },
  fc.integer({ min: 1, max: 40 }),
)
const text = fc.constantFrom(
  'one',
  'two',
  'hi @kim',
  '@ada, @sam and @lou',
  '@all',
  '@here, @kim',
  '',
  'ß ☃ 🦀 "quoted"\n',
)
const emoji = fc.constantFrom('👍', ':tea:')
/** Few, so that what is taken back was often given. */
const reactedTo = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: FIRST_MESSAGE, max: FIRST_MESSAGE + 2 }) }, seq)
/** Half of them new. */
const cid = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 100, max: 1_000_000 })).map((i) => `c${i}`)
const item = fc.record({ cid, text, replyTo: fc.option(seq, { nil: undefined, freq: 4 }) })

function aWrite(): fc.Arbitrary<Step> {
  return fc
    .tuple(person, anyRoom, cid, fc.integer({ min: 10, max: 99 }))
    .chain(([actor, room, newCid, at]) =>
      commandFor(room, newCid).map((command) =>
        writeStep({ room: roomOf(command, room), actor: mostlyAuthor(command, at) ?? actor, at, command }),
      ),
    )
}

/** Nine of ten edits and deletions are by whom they are allowed. */
function mostlyAuthor(command: RoomCommand, at: number): UserId | undefined {
  if (command.type !== 'message.edit' && command.type !== 'message.delete') return undefined
  return at % 10 === 0 ? undefined : authorOf(command.seq)
}

function roomOf(command: RoomCommand, room: RoomId): RoomId {
  if (command.type === 'dm.open') return command.users.length > 1 ? 'rm_group' : 'rm_direct'
  return room
}

function commandFor(room: RoomId, newCid: string): fc.Arbitrary<RoomCommand> {
  const on = { room, cid: newCid }
  return fc.oneof(
    { weight: 10, arbitrary: item.map((one): RoomCommand => ({ type: 'message.send', room, ...one })) },
    fc
      .array(item, { minLength: 1, maxLength: 4 })
      .map((items): RoomCommand => ({ type: 'message.sendMany', room, items })),
    {
      weight: 3,
      arbitrary: fc
        .tuple(seq, text)
        .map(([about, said]): RoomCommand => ({ type: 'message.edit', ...on, seq: about, text: said })),
    },
    { weight: 2, arbitrary: seq.map((about): RoomCommand => ({ type: 'message.delete', ...on, seq: about })) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(reactedTo, emoji)
        .map(([about, face]): RoomCommand => ({ type: 'reaction.add', ...on, seq: about, emoji: face })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(reactedTo, emoji)
        .map(([about, face]): RoomCommand => ({ type: 'reaction.remove', ...on, seq: about, emoji: face })),
    },
    fc.constant<RoomCommand>({ type: 'room.join', ...on }),
    fc.constant<RoomCommand>({ type: 'room.leave', ...on }),
    { weight: 3, arbitrary: person.map((user): RoomCommand => ({ type: 'room.invite', ...on, user })) },
    person.map((user): RoomCommand => ({ type: 'room.remove', ...on, user })),
    fc
      .record({ name: text, topic: text, archived: fc.boolean() }, { requiredKeys: [] })
      .map((change): RoomCommand => ({ type: 'room.update', ...on, ...change })),
    fc
      .uniqueArray(person, { minLength: 1, maxLength: 3 })
      .map((users): RoomCommand => ({ type: 'dm.open', cid: newCid, users })),
  )
}

function aMark(): fc.Arbitrary<Step> {
  return fc
    .tuple(person, anyRoom, fc.integer({ min: 0, max: 30 }), fc.constantFrom('read', 'unread', 'delivered'))
    .map(([user, room, to, kind]): Step => ({
      what: `${kind} ${user} ${room} ${to}`,
      run: (store) =>
        kind === 'delivered'
          ? store.markDelivered(user, new Map([[room, to]]))
          : store.markRead({ user, room, seq: to, force: kind === 'unread', at: 50 }),
    }))
}

function aSettingsChange(): fc.Arbitrary<Step> {
  const change = fc.dictionary(fc.constantFrom('a', 'b', 'toString'), fc.constantFrom(null, null, 1, 'x', { deep: [] }))
  return fc.tuple(person, cid, change).map(([user, newCid, settings]): Step => ({
    what: `settings ${user} ${JSON.stringify(settings)}`,
    run: (store) => store.setSettings({ user, cid: newCid, change: settings, at: 50 }),
  }))
}

function anAccountChange(): fc.Arbitrary<Step> {
  const role = fc.constantFrom('owner', 'admin', 'member', 'guest')
  return fc
    .tuple(person, fc.record({ role, disabledAt: fc.constantFrom(null, null, null, 7) }, { requiredKeys: [] }))
    .map(([user, change]): Step => ({
      what: `account ${user} ${JSON.stringify(change)}`,
      run: (store) => store.updateAccount(user, change),
    }))
}
