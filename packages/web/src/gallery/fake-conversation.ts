import type { TimelineItem } from '@natter/client'
import type { Message, RoomId, User } from '@natter/protocol'
import { ana, ben, buildBot, chloe, dai, lina, mallory } from './fake-people.ts'
import { planted } from './planted-text.ts'

/** The gallery's now: a Friday afternoon, so that its pictures do not change from day to day. */
export const NOW = Date.UTC(2026, 10, 20, 14, 30)
const MINUTE_MS = 60_000

type Line = [minutesAgo: number, by: User, text: string, more?: Partial<Message>]

const LINES: Line[] = [
  [1_600, chloe, 'The hall is booked for the 4th. They want the deposit by Monday.'],
  [1_597, chloe, 'I can pay it and put it on the *shared* sheet.'],
  [1_590, ben, 'Please do. What was the room for again, 40 people?', { replyTo: 1 }],
  [1_588, chloe, 'Up to 60 if we leave out the tables.', { reactions: { '👍': [ana.id, ben.id], '🎉': [dai.id] } }],
  [190, dai, 'Morning all. Sound check went fine, the cable in box 3 is broken though.'],
  [188, dai, '> box 3\nthat one, yes. I put a **red sticker** on it.'],
  [95, ben, 'Ordered two new ones: https://example.org/cables/xlr-10m (they come on Tuesday)'],
  [94, ana, 'Thank you @ben!', { reactions: { '❤️': [ben.id, chloe.id] } }],
  [40, lina, 'مساء الخير، سأكون هناك قبل الساعة السابعة.'],
  [38, ana, '🎶🎻'],
  [22, buildBot, 'The programme is printed.\n```\nBach   BWV 1043   15 min\nPärt   Fratres    11 min\n```'],
  [14, mallory, '<script>alert("hello")</script> & <b>not bold</b>'],
  [
    9,
    ben,
    'Who has the key to the side door? I thought `dai` had it, but he says no.',
    { editedAt: NOW - 8 * MINUTE_MS },
  ],
  [6, chloe, 'I do! Will bring it.'],
  [5, chloe, '', { deletedAt: NOW - 4 * MINUTE_MS }],
  [3, ben, 'Perfect. See you at six.'],
]

/** A believable room, by rising seq. */
export function conversation(): TimelineItem[] {
  return LINES.map(([minutesAgo, by, text, more], index) => message(index + 1, { minutesAgo, by, text, more }))
}

interface Saying {
  minutesAgo: number
  by: User
  text: string
  more?: Partial<Message> | undefined
}

export function message(seq: number, { minutesAgo, by, text, more }: Saying): TimelineItem {
  const at = NOW - minutesAgo * MINUTE_MS
  const cid = `c${seq}`
  return { kind: 'message', key: cid, message: { seq, n: seq, by: by.id, at, cid, text: planted(text), ...more } }
}

/** Somebody came, in the room `room`. */
export function joined(seq: number, room: RoomId, user: User): TimelineItem {
  const at = NOW - 3_000 * MINUTE_MS
  return {
    kind: 'event',
    key: `#${seq}`,
    event: {
      type: 'member.joined',
      room,
      seq,
      ref: 'r',
      at,
      by: user.id,
      member: { user: user.id, role: 'member', joinedAt: at },
      members: 5,
    },
  }
}

export function pending(cid: string, text: string, failure?: string): TimelineItem {
  const base = { kind: 'pending', key: cid, cid, text: planted(text), at: NOW } as const
  if (failure === undefined) return { ...base, state: 'pending' }
  return { ...base, state: 'failed', error: { code: 'forbidden', message: planted(failure) } }
}
