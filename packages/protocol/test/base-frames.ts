import type { CommandOf, CommandType, RoomId, UserId } from '@natter/protocol'

/** What the frames name: in a test of shapes anything, in a test of a server what is there. */
export interface BaseNames {
  room: RoomId
  user: UserId
  /** Of a message in the room. */
  seq: number
}

export const SOMEWHERE: BaseNames = { room: 'rm_den1', user: 'us_kim1', seq: 7 }

/** Good frames of every command, which between them have every field it knows. */
export function baseFrames({ room, user, seq }: BaseNames): BaseFrame[] {
  const cid = 'c1'
  const place = { room, cid }
  return [
    frame('hello', {
      version: 1,
      token: 'nat_1',
      device: 'd_1',
      client: 'test/1',
      user: [1, 'a'],
      rooms: { [room]: [1, 'a'] },
    }),
    frame('bye', {}),
    frame('session.renew', { token: 'nat_1' }),
    frame('room.open', { room, cursor: [1, 'a'] }),
    frame('room.close', { room }),
    frame('sync', { rooms: { [room]: [1, 'a'] }, user: [1, 'a'] }),
    frame('message.send', { ...place, text: 'tea?', replyTo: seq }),
    frame('message.sendMany', { room, items: [{ cid, text: 'tea?', replyTo: seq }] }),
    frame('message.edit', { ...place, seq, text: 'coffee?' }),
    frame('message.delete', { ...place, seq }),
    frame('reaction.add', { ...place, seq, emoji: '👍' }),
    frame('reaction.remove', { ...place, seq, emoji: '👍' }),
    frame('history', { room, before: 9, limit: 10 }),
    frame('history', { room, after: 0 }),
    frame('history', { room, around: 9 }),
    frame('history', { room, at: 1_795_270_000_000 }),
    frame('delivered', { marks: { [room]: 1 } }),
    frame('read', { room, seq, force: true }),
    frame('receipts', { room, seq, after: user, limit: 10 }),
    frame('room.create', { cid, kind: 'private', name: 'The shed', topic: 'Tools', slug: 'shed' }),
    frame('room.update', { ...place, name: 'The lair', topic: 'Tea', archived: false }),
    frame('room.join', place),
    frame('room.leave', place),
    frame('room.invite', { ...place, user }),
    frame('room.remove', { ...place, user }),
    frame('dm.open', { users: [user], cid }),
    frame('typing', { room, on: true }),
    frame('presence.set', { status: 'dnd' }),
    frame('presence.watch', { users: [user] }),
    frame('activity', { state: 'idle' }),
    frame('members', { room, after: user, limit: 10 }),
    frame('users', { users: [user] }),
    frame('rooms', { rooms: [room] }),
    frame('settings.set', { cid, settings: { theme: 'dark' } }),
  ]
}

export type BaseFrame = { id: number; type: CommandType; [field: string]: unknown }

function frame<Type extends CommandType>(type: Type, fields: Omit<CommandOf<Type>, 'id' | 'type'>): BaseFrame {
  return { id: 1, type, ...fields }
}
