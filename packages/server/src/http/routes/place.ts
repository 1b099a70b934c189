import { refuse } from '@natter/protocol'
import type { Place } from '@natter/protocol'
import { placePatch, placeReply, readiness } from '@natter/protocol/schemas'
import { z } from 'zod'
import type { HttpDeps } from '../http-deps.ts'
import { adminRoute, openRoute } from '../route.ts'

export const placeRoutes = [
  openRoute(
    {
      method: 'get',
      path: '/v1/place',
      does: 'Tells strangers what this place is called and how one gets in.',
      answer: placeReply,
    },
    async (_call, deps) => ({ ok: { place: await placeNow(deps) } }),
  ),
  adminRoute(
    {
      method: 'patch',
      path: '/v1/place',
      does: 'Gives the place another name. For its owner.',
      body: placePatch,
      answer: placeReply,
    },
    async ({ actor, body }, deps) => {
      if (actor.user.role !== 'owner') return refuse('forbidden', 'Only its owner names a place.')
      const name = body.name.normalize('NFC')
      await deps.ports.store.namePlace(name)
      deps.ports.log.info('The place was named.', { name, by: actor.user.id })
      return { ok: { place: await placeNow(deps) } }
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

/** As its owner has named it, else as its settings do. */
async function placeNow({ identity, place, ports }: HttpDeps): Promise<Place> {
  const name = (await ports.store.placeName()) ?? place.name
  return { name, signup: identity.signup, empty: await identity.isEmpty(), version: place.version }
}
