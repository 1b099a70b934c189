import { isRefusal } from '@natter/protocol'
import { meUpdate, userReply } from '@natter/protocol/schemas'
import { signedInRoute } from '../route.ts'

export const meRoutes = [
  signedInRoute({ method: 'get', path: '/v1/me', does: 'Tells who one is.', answer: userReply }, async ({ me }) => ({
    ok: { user: me.user },
  })),
  signedInRoute(
    {
      method: 'patch',
      path: '/v1/me',
      does: "Changes one's name or password. A new password ends one's other sessions.",
      body: meUpdate,
      answer: userReply,
    },
    async ({ me, body, from }, { identity }) => {
      const user = await identity.updateMe(me, body, from)
      return isRefusal(user) ? user : { ok: { user } }
    },
  ),
]
