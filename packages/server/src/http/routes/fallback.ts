import { isRefusal } from '@natter/protocol'
import { fallbackReply, pollAsk, streamOpen } from '@natter/protocol/schemas'
import { signedInRoute } from '../route.ts'

/** Where a WebSocket does not get through: a client follows its rooms by these, and sends by `/v1/commands`. */
export const fallbackRoutes = [
  signedInRoute(
    {
      method: 'post',
      path: '/v1/stream',
      does: 'Follows rooms where WebSocket is blocked: JSON lines for up to a minute, the first one what `hello` answers, the others events and controls.',
      body: streamOpen,
      answer: fallbackReply,
      isStreamed: true,
    },
    async ({ body: hello, me, from, wire }, { fallback }) => {
      const lines = await fallback.stream({ proved: me, address: from.address, hello, wire })
      return isRefusal(lines) ? lines : { lines }
    },
  ),
  signedInRoute(
    {
      method: 'post',
      path: '/v1/poll',
      does: 'Answers what `hello` answers once there is something after the cursors, at the latest after `waitMs`. The cursors are the session.',
      body: pollAsk,
      answer: fallbackReply,
    },
    async ({ body: { waitMs = 0, ...hello }, me, from, wire }, { fallback }) => {
      const json = await fallback.poll({ proved: me, address: from.address, hello, wire }, waitMs)
      return isRefusal(json) ? json : { json }
    },
  ),
]
