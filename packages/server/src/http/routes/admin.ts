import { base62, BOUNDS, isRefusal, refuse } from '@natter/protocol'
import type { Account, Announcement } from '@natter/protocol'
import {
  accountPatch,
  accountsPage,
  accountsQuery,
  announcementPost,
  announcementReply,
  connectionsReply,
  nothing,
  userReply,
} from '@natter/protocol/schemas'
import { adminRoute } from '../route.ts'

const ANNOUNCEMENT_ID_LENGTH = 16
const ANNOUNCED_FOR_MS_DEFAULT = 3_600_000

export const adminRoutes = [
  adminRoute(
    {
      method: 'post',
      path: '/v1/admin/announcements',
      does: 'Tells everybody something at once, and those who come within the hour, unless told otherwise.',
      body: announcementPost,
      answer: announcementReply,
      status: 201,
    },
    async ({ actor, body }, { ports }) => {
      const at = ports.clock.now()
      const announcement: Announcement = {
        id: `an_${base62(ports.random(ANNOUNCEMENT_ID_LENGTH), ANNOUNCEMENT_ID_LENGTH)}`,
        text: body.text,
        by: actor.user.id,
        at,
        untilAt: at + (body.forMs ?? ANNOUNCED_FOR_MS_DEFAULT),
      }
      await ports.store.addAnnouncement(announcement)
      ports.bus.publish('all', { kind: 'announcement', announcement })
      return { ok: { announcement } }
    },
  ),
  adminRoute(
    {
      method: 'get',
      path: '/v1/admin/connections',
      does: 'Lists the open sockets of this node.',
      answer: connectionsReply,
    },
    async (_call, { connections }) => ({ ok: { connections: connections.list() } }),
  ),
  adminRoute(
    {
      method: 'delete',
      path: '/v1/admin/connections/:connection',
      does: 'Closes a socket; its client comes back.',
      answer: nothing,
    },
    async ({ params, actor }, { connections, ports }) => {
      if (!connections.close(params.connection)) return refuse('not_found', 'There is no such connection on this node.')
      ports.log.info('A connection was closed.', { connection: params.connection, by: actor.user.id })
      return { ok: {} }
    },
  ),
  adminRoute(
    {
      method: 'get',
      path: '/v1/admin/users',
      does: 'Lists all accounts, also those switched off, by user id.',
      query: accountsQuery,
      answer: accountsPage,
    },
    async ({ query }, { ports }) => {
      const { after, limit = BOUNDS.usersPage } = query
      const { accounts, more } = await ports.store.listAccounts({ after, limit })
      return { ok: { users: accounts.map(shownAccount), more } }
    },
  ),
  adminRoute(
    {
      method: 'patch',
      path: '/v1/admin/users/:user',
      does: 'Switches an account off or on, or gives it another role.',
      body: accountPatch,
      answer: userReply,
    },
    async ({ params, body, actor }, { identity }) => {
      const user = await identity.setAccount(actor, params.user, body)
      return isRefusal(user) ? user : { ok: { user } }
    },
  ),
]

function shownAccount({ user, createdAt, disabledAt }: Account & { disabledAt: number | undefined }): Account {
  return disabledAt === undefined ? { user, createdAt } : { user, createdAt, disabledAt }
}
