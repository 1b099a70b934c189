import { accountCreate, signedIn } from '@natter/protocol/schemas'
import { openRoute } from '../route.ts'
import { grantReply, refusedBrowser } from './grant-reply.ts'

export const accountRoutes = [
  openRoute(
    {
      method: 'post',
      path: '/v1/accounts',
      does: 'Signs up, and in. The very first account becomes the owner.',
      body: accountCreate,
      answer: signedIn,
      status: 201,
    },
    async ({ body, from, header }, deps) =>
      refusedBrowser(header, deps) ?? grantReply(await deps.identity.signUp(body, from), deps, 201),
  ),
]
