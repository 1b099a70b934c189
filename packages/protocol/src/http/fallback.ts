import { z } from 'zod'
import { hello, helloReply } from '../commands/hello.ts'
import { BOUNDS } from '../limits.ts'

const { device, client, user, rooms } = hello.shape
const place = { device, client, user, rooms }

/** `POST /v1/stream`: what `hello` says on a socket. */
export const streamOpen = z.strictObject(place)
export type StreamOpen = z.infer<typeof streamOpen>

/** `POST /v1/poll`: the same, and how long to wait for something to tell; 0 where it is absent. */
export const pollAsk = z.strictObject({ ...place, waitMs: z.int().min(0).max(BOUNDS.pollWaitMs).optional() })
export type PollAsk = z.infer<typeof pollAsk>

/** The first line of a stream, and the answer to a poll: the `ok` of `hello`. */
export const fallbackReply = helloReply
