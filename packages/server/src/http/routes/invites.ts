import { isRefusal } from '@natter/protocol'
import { inviteCreate, inviteReply } from '@natter/protocol/schemas'
import { signedInRoute } from '../route.ts'

export const inviteRoutes = [
  signedInRoute(
    {
      method: 'post',
      path: '/v1/invites',
      does: 'Makes a code that lets people sign up: one use and seven days, unless told otherwise. It is told once.',
      body: inviteCreate,
      answer: inviteReply,
      status: 201,
    },
    async ({ actor, body }, { identity, place }) => {
      const made = await identity.createInvite(actor, body)
      if (isRefusal(made)) return made
      const { code, expiresAt, uses } = made
      return { ok: { invite: { code, url: `${place.url()}/invite/${code}`, expiresAt, uses } } }
    },
  ),
]
