import type { DurableEventType } from '@natter/protocol'

/** How the log writes its types. Never reuse a number. */
export const KINDS = {
  'message.posted': 1,
  'message.edited': 2,
  'message.deleted': 3,
  'reaction.changed': 4,
  'member.joined': 5,
  'member.left': 6,
  'room.updated': 7,
  'member.updated': 8,
  'message.pinned': 9,
  'message.unpinned': 10,
} as const satisfies Record<DurableEventType, number>
