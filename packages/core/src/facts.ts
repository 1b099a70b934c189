import type { CommandOf, Message, MemberRole, Room, RoomId, User, UserId } from '@natter/protocol'
import type { Mentioned } from './mentions.ts'

/** The commands that write a room's log. `room.create` and `dm.open` come with the id that was derived for them. */
export type RoomCommandType =
  | 'message.send'
  | 'message.sendMany'
  | 'message.edit'
  | 'message.delete'
  | 'reaction.add'
  | 'reaction.remove'
  | 'room.create'
  | 'room.update'
  | 'room.join'
  | 'room.leave'
  | 'room.invite'
  | 'room.remove'
  | 'dm.open'
export type RoomCommand = { [Type in RoomCommandType]: Omit<CommandOf<Type>, 'id'> }[RoomCommandType]
export type RoomCommandOf<Type extends RoomCommandType> = Extract<RoomCommand, { type: Type }>

export interface Membership {
  role: MemberRole
  joinedAt: number
  readSeq: number
  readN: number
}

/** What a rule may know: read inside the transaction that will store its outcome, so nothing can change in between. */
export interface RoomFacts {
  /** Undefined: no such room (yet). */
  room: Room | undefined
  /** Who acts, as they are now. */
  actor: User
  /** The actor's membership. */
  membership: Membership | undefined
  /** The messages that the command names, in their current state, by seq; those that do not exist are missing. */
  subjects: ReadonlyMap<number, Message>
  /** The people whom the command names, with their membership; those that do not exist are missing. */
  people: ReadonlyMap<UserId, { user: User; membership: Membership | undefined }>
  /** The members whose handles the command's texts mention, by handle. */
  mentioned: ReadonlyMap<string, UserId>
}

/** What a store must look up before a rule can decide. */
export interface FactsWanted {
  subjects: number[]
  people: UserId[]
  /** Handles after an @ in the texts, without it. */
  handles: string[]
}

/** One thing that shall happen in a room, before the store gives it its number. */
export type Draft =
  | { type: 'message.posted'; cid: string; text: string; replyTo: number | undefined; mentions: Mentioned[] }
  | { type: 'message.edited'; subject: Message; text: string }
  | { type: 'message.deleted'; subject: Message }
  | { type: 'reaction.changed'; subject: Message; reactions: Record<string, UserId[]> }
  | { type: 'member.joined'; user: UserId; role: MemberRole }
  | { type: 'member.left'; user: UserId }
  | { type: 'room.created'; room: NewRoom }
  | { type: 'room.updated'; change: RoomChange }

export type NewRoom = Pick<Room, 'kind' | 'name' | 'topic' | 'slug' | 'people'> & { id: RoomId }

/** Absent: unchanged. */
export interface RoomChange {
  name?: string
  topic?: string
  archived?: boolean
}
