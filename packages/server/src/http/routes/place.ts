import { placeReply, readiness } from '@natter/protocol/schemas'
import { z } from 'zod'
import { openRoute } from '../route.ts'

export const placeRoutes = [
  openRoute(
    {
      method: 'get',
      path: '/v1/place',
      does: 'Tells strangers what this place is called and how one gets in.',
      answer: placeReply,
    },
    async (_call, { identity, place }) => {
      const { name, version } = place
      return { ok: { place: { name, signup: identity.signup, empty: await identity.isEmpty(), version } } }
    },
  ),
  openRoute(
    { method: 'get', path: '/healthz', does: 'Alive.', answer: z.object({ alive: z.literal(true) }) },
    async () => ({ ok: { alive: true } }),
  ),
  openRoute(
    {
      method: 'get',
      path: '/readyz',
      does: 'Whether new clients are welcome, and what is degraded. Status 503 if not ready.',
      answer: readiness,
    },
    async (_call, deps) => {
      const found = deps.readiness()
      return { ok: found, status: found.ready ? 200 : 503 }
    },
  ),
]
