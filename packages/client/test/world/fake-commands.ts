import { refuse } from '@natter/protocol'
import type {
  CatchUpOrRefusal,
  Command,
  Cursor,
  DigestEntry,
  ErrorCode,
  InboxEvent,
  RoomId,
  UserCatchUp,
  UserId,
} from '@natter/protocol'
import type { FakeRoom } from './fake-room.ts'
import type { FakeConnection, FakeServer } from './fake-server.ts'

type Said = { ok: unknown } | { error: unknown } | undefined

/** What the fake server answers to one command. */
export function answer(server: FakeServer, connection: FakeConnection, command: Command): Said {
  if (command.type === 'hello') return hello(server, connection, command)
  const user = connection.user
  if (user === undefined) return refused('unauthorized')
  switch (command.type) {
    case 'bye':
      connection.link.close(1000)
      return { ok: {} }
    case 'session.renew':
      return { ok: { expiresAt: server.time.now + server.tokenLifeMs } }
    case 'sync': {
      const rooms = parts(server, user.id, command.rooms ?? {})
      return {
        ok: command.user === undefined ? { rooms } : { rooms, user: userCatchUp(server, user.id, command.user) },
      }
    }
    case 'users':
      return { ok: { users: command.users.flatMap((id) => server.users.get(id) ?? []) } }
    case 'rooms':
      return { ok: { rooms: command.rooms.flatMap((id) => server.rooms.get(id)?.room ?? []) } }
    case 'presence.watch':
      return { ok: { presence: Object.fromEntries(command.users.map((id) => [id, server.presence[id] ?? 'offline'])) } }
    case 'delivered':
    case 'presence.set':
    case 'activity':
      return { ok: {} }
    case 'room.create': {
      const room = server.addRoom(command.name, [user], { kind: command.kind })
      return { ok: { ...written(room), room: room.room } }
    }
    case 'dm.open': {
      const people = [user.id, ...command.users].flatMap((id) => server.users.get(id) ?? [])
      const room = server.addRoom('dm', people, { kind: 'direct', people: people.map(({ id }) => id) })
      return { ok: { ...written(room), room: room.room } }
    }
    case 'settings.set': {
      const merged = { ...server.settings.get(user.id), ...command.settings }
      server.settings.set(user.id, Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)))
      const { seq, ref, at } = server.tell(user.id, { type: 'inbox.settingsChanged', settings: command.settings })
      return { ok: { seq, ref, at, duplicate: false } }
    }
    default:
      return inRoom(server, connection, command)
  }
}

type RoomCommand = Extract<Command, { room: RoomId }>

function inRoom(server: FakeServer, connection: FakeConnection, command: RoomCommand): Said {
  const user = connection.user
  const room = server.rooms.get(command.room)
  if (room === undefined || user === undefined) return refused('not_found')
  const { now } = server.time
  if (command.type === 'room.join') {
    server.join(room, user)
    return { ok: written(room) }
  }
  if (!room.members.has(user.id)) return refused('not_member')
  switch (command.type) {
    case 'room.open':
      connection.full.add(room.id)
      return { ok: room.catchUp(user.id, command.cursor) }
    case 'room.close':
      connection.full.delete(room.id)
      return { ok: {} }
    case 'message.send':
      return { ok: post(server, room, user.id, command) }
    case 'message.sendMany':
      return { ok: { items: command.items.map((item) => post(server, room, user.id, item)) } }
    case 'message.edit': {
      const message = room.messages.find(({ seq }) => seq === command.seq)
      if (message === undefined) return refused('not_found')
      const edited = { ...message, text: command.text, editedAt: now }
      server.publish(room.append({ type: 'message.edited', by: user.id, cid: command.cid, message: edited }, now))
      return { ok: written(room) }
    }
    case 'reaction.add':
      server.publish(
        room.append(
          { type: 'reaction.changed', by: user.id, subject: command.seq, reactions: { [command.emoji]: [user.id] } },
          now,
        ),
      )
      return { ok: written(room) }
    case 'history':
      return { ok: history(room, command) }
    case 'read': {
      const known = room.marks.get(user.id) ?? { seq: 0, n: 0 }
      const seq = command.force === true ? command.seq : Math.max(known.seq, command.seq)
      const mark = { seq, n: room.messages.filter((message) => message.seq <= seq).length }
      room.marks.set(user.id, mark)
      const mentions = room.mentionsAfter(seq, user)
      server.tell(user.id, { type: 'inbox.readMoved', room: room.id, readSeq: mark.seq, n: mark.n, mentions })
      return { ok: { ...mark, mentions } }
    }
    case 'typing':
      for (const other of server.connections) {
        if (other !== connection && other.full.has(room.id))
          other.link.send({ type: 'typing', room: room.id, by: user.id, expiresInMs: command.on ? 6_000 : 0 })
      }
      return { ok: {} }
    case 'members': {
      const all = [...room.members.values()]
        .sort((a, b) => (a.user < b.user ? -1 : 1))
        .filter(({ user: id }) => id > (command.after ?? ''))
      const members = all.slice(0, command.limit ?? 50)
      return {
        ok: {
          members,
          users: members.flatMap(({ user: id }) => server.users.get(id) ?? []),
          more: members.length < all.length,
        },
      }
    }
    case 'receipts':
      return {
        ok: {
          receipts: [...room.marks]
            .filter(([, mark]) => mark.seq >= command.seq)
            .map(([id, mark]) => ({ user: id, readSeq: mark.seq, deliveredSeq: mark.seq })),
          more: false,
        },
      }
    case 'room.leave':
      server.leave(room, user)
      return { ok: written(room) }
    default:
      return refused('forbidden')
  }
}

function post(
  server: FakeServer,
  room: FakeRoom,
  by: UserId,
  { cid, text, replyTo }: { cid: string; text: string; replyTo?: number | undefined },
): object {
  const known = room.log.find((event) => event.type === 'message.posted' && event.by === by && event.cid === cid)
  const event = known ?? room.post(by, { cid, text, replyTo }, server.time.now)
  if (known === undefined) server.publish(event)
  if (event.type !== 'message.posted') throw new Error('Posted something else.')
  return { seq: event.seq, n: event.message.n, ref: event.ref, at: event.at, duplicate: known !== undefined }
}

function history(room: FakeRoom, { before, after, around, limit = 50 }: Extract<Command, { type: 'history' }>): object {
  const { messages } = room
  if (after !== undefined) {
    const newer = messages.filter(({ seq }) => seq > after)
    return { messages: newer.slice(0, limit), more: newer.length > limit }
  }
  if (around !== undefined) {
    const index = messages.findIndex(({ seq }) => seq >= around)
    const from = Math.max(0, index - (limit >> 1))
    return { messages: messages.slice(from, from + limit), more: from > 0, moreAfter: from + limit < messages.length }
  }
  const older = before === undefined ? messages : messages.filter(({ seq }) => seq < before)
  return { messages: older.slice(-limit), more: older.length > limit }
}

function hello(server: FakeServer, connection: FakeConnection, command: Extract<Command, { type: 'hello' }>): Said {
  if (!server.accepts(command.token)) return refused('unauthorized')
  const id = (command.token ?? '').replace('token:', '') as UserId
  const user = server.users.get(id)
  if (user === undefined) return refused('unauthorized')
  connection.user = user
  connection.token = command.token
  const rooms = parts(server, id, command.rooms ?? {})
  for (const [room, part] of Object.entries(rooms)) if (!('error' in part)) connection.full.add(room as RoomId)
  const { now } = server.time
  return {
    ok: {
      connection: 'c1',
      epoch: server.epoch,
      nowAt: now,
      expiresAt: now + server.tokenLifeMs,
      pingEveryMs: server.pingEveryMs,
      limits: server.limits,
      self: user,
      user: userCatchUp(server, id, command.user),
      rooms,
      digest: digest(server, id),
      announcements: server.announcements,
    },
  }
}

function digest(server: FakeServer, user: UserId): DigestEntry[] {
  const mine = [...server.rooms.values()].filter(({ members }) => members.has(user))
  const recent = mine.sort((a, b) => (b.messages.at(-1)?.at ?? 0) - (a.messages.at(-1)?.at ?? 0))
  return recent.map((room) => [room.id, room.head, room.room.n, room.marks.get(user)?.n ?? 0, 0, room.room.updatedSeq])
}

function parts(
  server: FakeServer,
  user: UserId,
  cursors: Record<string, Cursor | null>,
): Record<string, CatchUpOrRefusal> {
  return Object.fromEntries(
    Object.entries(cursors).map(([id, cursor]) => {
      const room = server.rooms.get(id as RoomId)
      return [
        id,
        room?.members.has(user) === true
          ? room.catchUp(user, cursor)
          : { error: refuse('not_found', 'No such room.').refused },
      ]
    }),
  )
}

function userCatchUp(server: FakeServer, user: UserId, cursor: Cursor | null | undefined): UserCatchUp {
  const inbox: InboxEvent[] = server.inboxes.get(user) ?? []
  const upTo: Cursor = [inbox.length, inbox.at(-1)?.ref ?? '']
  if (cursor && (cursor[0] === 0 || inbox[cursor[0] - 1]?.ref === cursor[1]))
    return { mode: 'delta', upTo, events: inbox.slice(cursor[0]) }
  const rooms = [...server.rooms.values()].flatMap((room) => {
    const member = room.members.get(user)
    return member === undefined
      ? []
      : [{ room: room.room, member: { ...member, readSeq: room.marks.get(user)?.seq ?? 0 } }]
  })
  return { mode: 'reset', upTo, rooms, settings: server.settings.get(user) ?? {} }
}

function written(room: FakeRoom): object {
  const last = room.log.at(-1)
  return { seq: room.head, ref: last?.ref ?? '', at: last?.at ?? 0, duplicate: false }
}

function refused(code: ErrorCode): { error: unknown } {
  return { error: refuse(code, `Refused: ${code}.`).refused }
}
