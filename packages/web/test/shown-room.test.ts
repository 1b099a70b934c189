import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Room } from '@natter/protocol'
import { cell } from '../src/gallery/cell.ts'
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
  const room = cell<Room | undefined>(ROOM)
  const shown = shownRoom(room)
  const told: (string | undefined)[] = []
  const stop = shown.subscribe((value) => told.push(value?.name))
  for (let n = 2; n < 10; n++) room.set({ ...ROOM, n, head: [n, String(n)] })
  assert.deepEqual([told, shown.value], [[], ROOM])
  room.set({ ...ROOM, name: 'coffee', topic: 'new' })
  assert.deepEqual(told, ['coffee'])
  room.set(undefined)
  assert.deepEqual(told, ['coffee', undefined])
  stop()
})
