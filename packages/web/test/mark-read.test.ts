import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RoomSummary } from '@natter/client'
import { createNotices } from '../src/app/notices.ts'
import { fakeNatter } from '../src/gallery/fake-natter.ts'
import { PUBLIC_ROOMS } from '../src/gallery/fake-rooms.ts'
import { markAllRead } from '../src/sidebar/mark-all-read.ts'
import { fakeClock } from './fake-clock.ts'

test('WEB-227 before the server has greeted nothing is marked as read, and that is said', () => {
  const [room] = PUBLIC_ROOMS
  assert(room)
  const state = { unread: 2, mentions: 0, lastAt: undefined, readSeq: 3, opened: false, failedSends: 0 }
  const summary: RoomSummary = { id: room.id, room, ...state }
  const bare = fakeNatter({ rooms: [summary] })
  const marked: string[] = []
  const natter = { ...bare, room: (id: string) => ({ ...bare.room(room.id), markRead: () => void marked.push(id) }) }
  const notices = createNotices(fakeClock())
  const told = (): unknown[] => notices.shown.value.map(({ text, action }) => [text, action?.label])

  markAllRead({ natter, notices, hasGreeted: () => false })
  const away = ['Marking as read needs the server. Try again once you are back online.', undefined]
  assert.deepEqual([marked, told()], [[], [away]])

  markAllRead({ natter, notices, hasGreeted: () => true })
  assert.deepEqual([marked, told()], [[room.id], [away, ['Marked 1 room as read', 'Undo']]])
})
