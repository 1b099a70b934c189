import type { Cid, ReplyOf, Room, RoomId, UserId } from '@natter/protocol'
import type { MemberList } from './members.ts'
import type { Sending } from './lane.ts'
import type { Receipt } from './receipts.ts'
import type { Timeline } from './timeline-items.ts'
import type { View } from './view.ts'

/** Who has read a message, and how far. */
export type Reader = ReplyOf<'receipts'>['receipts'][number]

/**
 * One room. Costs nothing until it is opened or looked at. What returns a promise rejects with a `NatterError`: the server's
 * refusal, or `network` when there was no answer within 30 s (the outcome is then unknown).
 */
export interface RoomHandle {
  readonly id: RoomId
  /** The room itself; fetched when first looked at. */
  readonly info: View<Room | undefined>
  readonly timeline: View<Timeline>
  /** Who is typing, without oneself. Only of open rooms. */
  readonly typists: View<readonly UserId[]>
  /** How far others have read, as far as it moved while the room was open; `whoRead` asks for all. */
  readonly receipts: View<ReadonlyMap<UserId, Receipt>>
  /** At most 1,000 members, once `loadMembers` was called. */
  readonly members: View<MemberList>
  /** Follows the room: resolves when it is caught up. Counted: the last `close` ends it. May be ignored. */
  open(): Promise<void>
  close(): void
  /** A page of 50 messages before the first one. */
  loadOlder(): Promise<void>
  /** A page of 50 messages after the last one, where the timeline is not at its end. */
  loadNewer(): Promise<void>
  /** Shows the history around `seq`. */
  jumpTo(seq: number): Promise<void>
  /** Back to where new messages come in. */
  jumpToLatest(): Promise<void>
  loadMembers(): Promise<void>
  /** Posts a message: shows it at once, sends it in the order of writing, again and again until it is answered. */
  send(text: string, options?: { replyTo?: number }): Sending
  /** Tries a message again that was refused. */
  retry(cid: Cid): void
  /** Gives up a message that was not acknowledged. */
  discard(cid: Cid): void
  edit(seq: number, text: string): Promise<void>
  delete(seq: number): Promise<void>
  react(seq: number, emoji: string): Promise<void>
  unreact(seq: number, emoji: string): Promise<void>
  /** Everything up to `seq` was seen. Only forwards; told to the server at most once a second. */
  markRead(seq: number): void
  /** Makes `fromSeq` and what comes after it unread. */
  markUnread(fromSeq: number): Promise<void>
  /** Call it on every keystroke: the server hears of it every 3 s at most. */
  typing(on: boolean): void
  update(change: { name?: string; topic?: string; archived?: boolean }): Promise<void>
  leave(): Promise<void>
  invite(user: UserId): Promise<void>
  remove(user: UserId): Promise<void>
  /** Those who have read at least as far as `seq`, at most 1,000. */
  whoRead(seq: number): Promise<Reader[]>
}
