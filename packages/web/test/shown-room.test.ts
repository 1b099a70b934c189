import assert from 'node:assert/strict'
import { test } from 'node:test'
import { effect, signal } from '@preact/signals'
import type { Room } from '@natter/protocol'
import { shownRoom } from '../src/room/shown-room.ts'

const ROOM: Room = {
  id: 'rm_01JD8M9T7C4Q5S6V7W8X9Y0Z11',
  kind: 'public',
  name: 'tea',
  createdAt: 0,
  createdBy: 'us_01JD8M9T7C4Q5S6V7W8X9Y0Z11',
  head: [1, '1'],
  n: 1,
  members: 2,
  updatedSeq: 0,
}

test('WEB-158 a room that nothing but messages has changed is not drawn anew', () => {
  const room = signal<Room | undefined>(ROOM)
  const shown = shownRoom(room)
  const drawn: (string | undefined)[] = []
  const stop = effect(() => void drawn.push(shown.value?.name))
  for (let n = 2; n < 10; n++) room.value = { ...ROOM, n, head: [n, String(n)] }
  assert.deepEqual(drawn, ['tea'])
  room.value = { ...ROOM, name: 'coffee', topic: 'new' }
  assert.deepEqual(drawn, ['tea', 'coffee'])
  room.value = undefined
  assert.deepEqual(drawn, ['tea', 'coffee', undefined])
  stop()
})
