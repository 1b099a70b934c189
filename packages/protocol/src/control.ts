import { z } from 'zod'

/**
 * ping: answer with pong, both ways. drain: the server is going; connect anew in `reconnectInMs`. lag: fell behind; `sync` these rooms. close: the
 * last line of a stream that ends before its time, with what would close a socket.
 */
export const control = z.discriminatedUnion('control', [
  z.object({ control: z.literal('ping') }),
  z.object({ control: z.literal('pong') }),
  z.object({ control: z.literal('drain'), reconnectInMs: z.int().min(0) }),
  z.object({ control: z.literal('lag'), rooms: z.array(z.string()) }),
  z.object({ control: z.literal('close'), code: z.int(), reason: z.string() }),
])
export type Control = z.infer<typeof control>
