import { BOUNDS, refuse } from '@natter/protocol'
import { usersPage, usersQuery, userReply } from '@natter/protocol/schemas'
import { noSuchPerson } from '../read-params.ts'
import { signedInRoute } from '../route.ts'

export const userRoutes = [
  signedInRoute(
    {
      method: 'get',
      path: '/v1/users',
      does: 'Finds people whose handle begins with q or whose name holds it, by user id.',
      query: usersQuery,
      answer: usersPage,
    },
    async ({ me, query }, { ports }) => {
      if (me.user.role === 'guest') return refuse('forbidden', 'Guests cannot look for people.')
      const { q = '', after, limit = BOUNDS.usersPage } = query
      return { ok: await ports.store.findUsers({ query: q, after, limit }) }
    },
  ),
  signedInRoute(
    { method: 'get', path: '/v1/users/:user', does: 'Shows one person.', answer: userReply },
    async ({ params }, { ports }) => {
      const [user] = await ports.store.usersById([params.user])
      return user === undefined ? noSuchPerson() : { ok: { user } }
    },
  ),
]
