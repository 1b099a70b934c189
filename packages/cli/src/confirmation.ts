import { NatterError } from '@natter/client'
import type { Sending, Sent } from '@natter/client'
import type { Io } from './io.ts'

/** What became of a message: stored, refused for good, or nobody knows. */
export type Confirmation =
  | { outcome: 'sent'; cid: string; reply: Sent }
  | { outcome: 'failed'; cid: string; code: string; why: string }
  | { outcome: 'unconfirmed'; cid: string; why: string }

/** Waits for the server's word on a message, over restarts of the server, at most `waitMs`. Never rejects. */
export async function confirmationOf(io: Io, { cid, sent }: Sending, waitMs: number): Promise<Confirmation> {
  const { promise: givenUp, resolve } = Promise.withResolvers<Confirmation>()
  const giveUp = (why: string): void => resolve({ outcome: 'unconfirmed', cid, why })
  const stopped = (): void => giveUp('interrupted before the server confirmed it')
  const cancel = io.timer(waitMs, () => giveUp(`not confirmed within ${waitMs / 1_000} s`))
  io.stop.addEventListener('abort', stopped)
  if (io.stop.aborted) stopped()
  try {
    return await Promise.race([answerTo(cid, sent), givenUp])
  } finally {
    cancel()
    io.stop.removeEventListener('abort', stopped)
  }
}

async function answerTo(cid: string, sent: Sending['sent']): Promise<Confirmation> {
  try {
    return { outcome: 'sent', cid, reply: await sent }
  } catch (error) {
    if (!(error instanceof NatterError)) throw error
    if (error.code === 'stopped' || error.code === 'network') return { outcome: 'unconfirmed', cid, why: error.message }
    return { outcome: 'failed', cid, code: error.code, why: error.message }
  }
}
