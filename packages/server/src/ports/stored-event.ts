import type { Mentioned } from '@natter/core'
import type { DurableEvent } from '@natter/protocol'
import type { StoredEvent } from './log-store.ts'

/** An event with what fan-out needs beside it. `n`: head of messages after it; `mentions`: of a posted message. */
export function storedEvent(event: DurableEvent, n: number, mentions: readonly Mentioned[] = []): StoredEvent {
  const { room, seq, ref, type, at } = event
  const base: StoredEvent = { room, seq, ref, type, at, json: JSON.stringify(event), n }
  switch (event.type) {
    case 'message.posted':
      return mentions.length === 0 ? { ...base, by: event.by } : { ...base, by: event.by, mentions: [...mentions] }
    case 'message.edited':
    case 'message.deleted':
      return { ...base, subject: event.message.seq }
    case 'reaction.changed':
    case 'message.pinned':
    case 'message.unpinned':
      return { ...base, subject: event.subject }
    case 'member.joined':
    case 'member.updated':
      return { ...base, user: event.member.user }
    case 'member.left':
      return { ...base, user: event.user }
    case 'room.updated':
      return base
  }
}
