import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factsWanted } from '@natter/core'
import type { FactsWanted, RoomCommand } from '@natter/core'
import { ada, ben, den, kim } from './house.ts'

const room = den.id
const cid = 'c1'
const nothing: FactsWanted = { subjects: [], people: [], handles: [] }

const WANTED: [command: RoomCommand, wanted: Partial<FactsWanted>][] = [
  [{ type: 'message.send', room, cid, text: 'hi' }, {}],
  [
    { type: 'message.send', room, cid, text: '@ada @Ada @ben', replyTo: 7 },
    { subjects: [7], handles: ['ada', 'ben'] },
  ],
  [
    {
      type: 'message.sendMany',
      room,
      items: [
        { cid, text: '@ada', replyTo: 7 },
        { cid: 'c2', text: '@ben @ada', replyTo: 7 },
        { cid: 'c3', text: '', replyTo: 9 },
      ],
    },
    { subjects: [7, 9], handles: ['ada', 'ben'] },
  ],
  [{ type: 'message.send', room, cid, text: '@all @ada @here' }, { handles: ['ada'] }],
  [{ type: 'message.edit', room, cid, seq: 7, text: '@ada' }, { subjects: [7] }],
  [{ type: 'message.delete', room, cid, seq: 7 }, { subjects: [7] }],
  [{ type: 'reaction.add', room, cid, seq: 7, emoji: '👍' }, { subjects: [7] }],
  [{ type: 'reaction.remove', room, cid, seq: 7, emoji: '👍' }, { subjects: [7] }],
  [{ type: 'room.create', cid, kind: 'public', name: 'The den' }, {}],
  [{ type: 'room.update', room, cid, name: '@ada' }, {}],
  [{ type: 'room.join', room, cid }, {}],
  [{ type: 'room.leave', room, cid }, {}],
  [{ type: 'room.invite', room, cid, user: ben.id }, { people: [ben.id] }],
  [{ type: 'room.remove', room, cid, user: ben.id }, { people: [ben.id] }],
  [{ type: 'dm.open', cid, users: [ada.id, kim.id, ada.id] }, { people: [ada.id, kim.id] }],
]

for (const [command, wanted] of WANTED) {
  test(`MS-13 ${command.type} is told what it names, each once: ${JSON.stringify(wanted)}`, () => {
    assert.deepEqual(factsWanted(command), { ...nothing, ...wanted })
  })
}
