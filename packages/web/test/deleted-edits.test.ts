import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signal } from '@preact/signals'
import type { Message } from '@natter/protocol'
import { watchDeletedEdits } from '../src/room/deleted-edits.ts'
import { createEdits } from '../src/room/edits.ts'

const ROOM = 'rm_tea0'

/** A room with a message that is being edited, and another one. */
function editing(draft = '') {
  const said = (seq: number, deletedAt?: number): [number, Message] => [
    seq,
    { seq, n: seq, by: 'us_ana0', at: 0, cid: `cid ${seq}`, text: 'words', ...(deletedAt && { deletedAt }) },
  ]
  const messages = signal<ReadonlyMap<number, Message>>(new Map([said(4), said(5)]))
  const hidden = signal<ReadonlySet<number>>(new Set())
  const text = signal(draft)
  const edits = createEdits()
  edits.keep(ROOM, { seq: 4, text: 'better' })
  const model = { id: ROOM, messages, text, setText: (typed: string) => (text.value = typed) } as const
  const open = signal<number | undefined>(4)
  const deletions = { hidden: () => hidden.value, delete: () => {}, carryOutNow: async () => {} }
  watchDeletedEdits({ edits, deletions }, { ...model, editing: open })
  const erase = (seq: number): void => {
    messages.value = new Map([...messages.value, said(seq, 1)])
  }
  return { edits, erase, hidden, state: () => [edits.isAny.value, open.value, text.value] }
}

test('WEB-335 an edit ends when its message is deleted elsewhere, and what was typed becomes the draft', () => {
  const { erase, state } = editing()
  erase(5)
  assert.deepEqual(state(), [true, 4, ''])
  erase(4)
  assert.deepEqual(state(), [false, undefined, 'better'])
})

test('WEB-335 another draft stays as it is', () => {
  const { erase, state } = editing('half a thou')
  erase(4)
  assert.deepEqual(state(), [false, undefined, 'half a thou'])
})

test('WEB-335 who deletes the message gives the edit up with it', () => {
  const { erase, hidden, state } = editing()
  hidden.value = new Set([4])
  assert.deepEqual(state(), [true, 4, ''], 'it can still be taken back')
  hidden.value = new Set()
  erase(4)
  assert.deepEqual(state(), [false, undefined, ''])
})
