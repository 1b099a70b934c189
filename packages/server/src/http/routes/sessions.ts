import { isRefusal } from '@natter/protocol'
import { nothing, sessionCreate, sessionsRenew, sessionsReply, signedIn, ticketReply } from '@natter/protocol/schemas'
import { openRoute, signedInRoute } from '../route.ts'
import { grantReply, refusedBrowser } from './grant-reply.ts'

export const sessionRoutes = [
  openRoute(
    {
      method: 'post',
      path: '/v1/sessions',
      does: 'Signs in.',
      body: sessionCreate,
      answer: signedIn,
      status: 201,
    },
    async ({ body, from, header }, deps) =>
      refusedBrowser(header, deps) ?? grantReply(await deps.identity.signIn(body, from), deps, 201),
  ),
  openRoute(
    {
      method: 'post',
      path: '/v1/sessions/renew',
      does: 'Takes a refresh token, from the body or the cookie, and gives the next pair. A token that was used up before ends the session.',
      body: sessionsRenew,
      answer: signedIn,
    },
    async ({ body, from, header }, deps) => {
      const cookie = body.refreshToken === undefined ? deps.entrance.cookies.refreshToken(header('cookie')) : undefined
      const refused = refusedBrowser(header, deps, cookie !== undefined)
      if (refused !== undefined) return refused
      return grantReply(await deps.identity.renew(body.refreshToken ?? cookie, from.address), deps, 200)
    },
  ),
  signedInRoute(
    { method: 'get', path: '/v1/sessions', does: "Lists one's signed-in devices.", answer: sessionsReply },
    async ({ me }, { identity }) => {
      const sessions = await identity.sessionsOf(me.user.id)
      return {
        ok: { sessions: sessions.map(({ user: _, ...shown }) => ({ ...shown, current: shown.id === me.session.id })) },
      }
    },
  ),
  signedInRoute(
    { method: 'delete', path: '/v1/sessions/current', does: 'Signs out.', answer: nothing },
    async ({ actor }, { identity, entrance }) => {
      await identity.signOut(actor)
      return { ok: {}, cookies: entrance.cookies.clear() }
    },
  ),
  signedInRoute(
    { method: 'delete', path: '/v1/sessions/:session', does: "Signs out one of one's devices.", answer: nothing },
    async ({ actor, params }, { identity }) => {
      const refused = await identity.revoke(actor, params.session)
      return isRefusal(refused) ? refused : { ok: {} }
    },
  ),
  signedInRoute(
    {
      method: 'post',
      path: '/v1/tickets',
      does: 'Gives a ticket for one socket: /v1/ws?ticket=…, once, within 30 s.',
      answer: ticketReply,
      status: 201,
    },
    async ({ me }, { identity }) => ({ ok: await identity.issueTicket(me.session) }),
  ),
]
