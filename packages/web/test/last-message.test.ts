import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Message } from '@natter/protocol'
import { lastMessage } from '../src/room/room-model.ts'

const said = (seq: number, by: Message['by'], more: Partial<Message> = {}): [number, Message] => [
  seq,
  { room: 'rm_tea0', seq, n: seq, by, at: 0, text: 'words', ...more } as Message,
]

test('WEB-204 the up arrow passes over what is deleted, or about to be', () => {
  const messages = new Map([
    said(1, 'us_ana0'),
    said(2, 'us_ana0'),
    said(3, 'us_ben0'),
    said(4, 'us_ana0', { deletedAt: 1 }),
  ])
  assert.deepEqual([lastMessage(messages, new Set()), lastMessage(messages, new Set(), 'us_ana0')], [3, 2])
  assert.deepEqual([lastMessage(messages, new Set([3])), lastMessage(messages, new Set([2]), 'us_ana0')], [2, 1])
  assert.equal(lastMessage(messages, new Set(), 'us_cleo'), undefined)
})
