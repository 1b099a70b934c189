import { BOUNDS, isRefusal } from '@natter/protocol'
import {
  directPost,
  roomPatch,
  roomPost,
  roomsPage,
  roomsQuery,
  roomWithMember,
  roomWritten,
} from '@natter/protocol/schemas'
import { signedInRoute } from '../route.ts'
import { runWrite } from './run.ts'

export const roomRoutes = [
  signedInRoute(
    {
      method: 'get',
      path: '/v1/rooms',
      does: "Lists one's own rooms, or with scope=public those that anybody may join.",
      query: roomsQuery,
      answer: roomsPage,
    },
    async ({ me, query }, { ports }) => {
      const { scope, q = '', after, limit = BOUNDS.roomsPage } = query
      return {
        ok:
          scope === 'public'
            ? await ports.store.publicRooms(me.user.id, { query: q, after, limit })
            : await ports.store.roomsOf(me.user.id, { after, limit }),
      }
    },
  ),
  signedInRoute(
    {
      method: 'post',
      path: '/v1/rooms',
      does: 'Makes a room.',
      body: roomPost,
      answer: roomWritten,
      status: 201,
    },
    async (call, deps) => runWrite(call, deps, { type: 'room.create', ...call.body }),
  ),
  signedInRoute(
    {
      method: 'get',
      path: '/v1/rooms/:room',
      does: "Shows a room that one is in, with one's own membership, or that one may join.",
      answer: roomWithMember,
    },
    async ({ me, params }, { ports }) => {
      const found = await ports.store.roomFor(me.user.id, params.room)
      if (!isRefusal(found)) return { ok: found }
      const [room] = await ports.store.roomsById(me.user.id, [params.room])
      return room === undefined ? found : { ok: { room } }
    },
  ),
  signedInRoute(
    {
      method: 'patch',
      path: '/v1/rooms/:room',
      does: 'Renames, retitles, archives or revives a room.',
      body: roomPatch,
      answer: roomWritten,
    },
    async (call, deps) => runWrite(call, deps, { type: 'room.update', room: call.params.room, ...call.body }),
  ),
  signedInRoute(
    {
      method: 'post',
      path: '/v1/direct',
      does: 'Opens the room of exactly these people and oneself, made if it is not there.',
      body: directPost,
      answer: roomWritten,
    },
    async (call, deps) => runWrite(call, deps, { type: 'dm.open', ...call.body }),
  ),
]
