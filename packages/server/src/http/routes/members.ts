import { isRefusal } from '@natter/protocol'
import { cidBody, COMMANDS, memberReply, membersQuery, written } from '@natter/protocol/schemas'
import { noSuchPerson } from '../read-params.ts'
import { signedInRoute } from '../route.ts'
import { run, runWrite } from './run.ts'

export const memberRoutes = [
  signedInRoute(
    {
      method: 'get',
      path: '/v1/rooms/:room/members',
      does: 'Lists who is in a room, by user id.',
      query: membersQuery,
      answer: COMMANDS.members.reply,
    },
    async (call, deps) => run(call, deps, { type: 'members', room: call.params.room, ...call.query }),
  ),
  signedInRoute(
    { method: 'get', path: '/v1/rooms/:room/members/:user', does: 'Shows one member.', answer: memberReply },
    async ({ me, params }, { ports }) => {
      const access = await ports.store.roomFor(me.user.id, params.room)
      if (isRefusal(access)) return access
      const [found, [user]] = await Promise.all([
        ports.store.roomFor(params.user, params.room),
        ports.store.usersById([params.user]),
      ])
      return isRefusal(found) || user === undefined ? noSuchPerson() : { ok: { member: found.member, user } }
    },
  ),
  signedInRoute(
    {
      method: 'put',
      path: '/v1/rooms/:room/members/:user',
      does: 'Joins a public room (me), or brings somebody in.',
      body: cidBody,
      answer: written,
    },
    async (call, deps) => {
      const { room, user } = call.params
      const { cid } = call.body
      return user === call.me.user.id
        ? runWrite(call, deps, { type: 'room.join', room, cid })
        : runWrite(call, deps, { type: 'room.invite', room, user, cid })
    },
  ),
  signedInRoute(
    {
      method: 'delete',
      path: '/v1/rooms/:room/members/:user',
      does: 'Leaves a room (me), or puts somebody out.',
      answer: written,
    },
    async (call, deps) => {
      const { room, user } = call.params
      return user === call.me.user.id
        ? runWrite(call, deps, { type: 'room.leave', room })
        : runWrite(call, deps, { type: 'room.remove', room, user })
    },
  ),
]
