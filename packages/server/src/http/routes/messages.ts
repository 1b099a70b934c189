import { isRefusal, refuse } from '@natter/protocol'
import { COMMANDS, messagePatch, messagePost, messagesQuery, versionsReply, written } from '@natter/protocol/schemas'
import { signedInRoute } from '../route.ts'
import type { HttpReply } from '../route.ts'
import { givenCid } from '../write-cid.ts'
import { run, runWrite } from './run.ts'

export const messageRoutes = [
  signedInRoute(
    {
      method: 'get',
      path: '/v1/rooms/:room/messages',
      does: 'Reads a page of messages: the newest, or those before, after or around a seq, or from a time on. Oldest first.',
      query: messagesQuery,
      answer: COMMANDS.history.reply,
    },
    async (call, deps) => run(call, deps, { type: 'history', room: call.params.room, ...call.query }),
  ),
  signedInRoute(
    {
      method: 'post',
      path: '/v1/rooms/:room/messages',
      does: 'Sends a message. Needs a cid, or the header Idempotency-Key; the same one again gets the first answer.',
      body: messagePost,
      answer: COMMANDS['message.send'].reply,
      status: 201,
    },
    async (call, deps) => {
      const given = givenCid(call.body.cid, call.header('idempotency-key'))
      if (isRefusal(given)) return given
      if (given.cid === undefined) {
        return refuse('bad_request', '"cid": a message needs one, so that sending it again cannot double it.', {
          field: 'cid',
        })
      }
      const { text, replyTo } = call.body
      const { room } = call.params
      const send = { type: 'message.send' as const, room, cid: given.cid, text }
      return createdOrFound(await run(call, deps, replyTo === undefined ? send : { ...send, replyTo }))
    },
  ),
  signedInRoute(
    {
      method: 'get',
      path: '/v1/rooms/:room/messages/:seq/versions',
      does: 'Tells the texts that a message has had, oldest first; none once it is deleted.',
      answer: versionsReply,
    },
    async ({ actor, params }, { ports }) => {
      const found = await ports.store.versions(actor.user.id, params.room, params.seq)
      return isRefusal(found) ? found : { ok: found }
    },
  ),
  signedInRoute(
    {
      method: 'patch',
      path: '/v1/rooms/:room/messages/:seq',
      does: "Gives one's own message another text.",
      body: messagePatch,
      answer: written,
    },
    async (call, deps) => runWrite(call, deps, { type: 'message.edit', ...call.params, ...call.body }),
  ),
  signedInRoute(
    {
      method: 'delete',
      path: '/v1/rooms/:room/messages/:seq',
      does: "Clears the text of one's own message, or as a moderator anybody's.",
      answer: written,
    },
    async (call, deps) => runWrite(call, deps, { type: 'message.delete', ...call.params }),
  ),
]

/** 201 for what is new, 200 for what was sent before. */
function createdOrFound(reply: HttpReply): HttpReply {
  return 'ok' in reply && 'duplicate' in reply.ok && reply.ok.duplicate === true ? { ...reply, status: 200 } : reply
}
