import manifest from '../package.json' with { type: 'json' }
import { createHttp, createNatter } from '@natter/client'
import { createAdmin } from '@natter/client/admin'
import type { NatterAdmin } from '@natter/client/admin'
import type { Connection, Natter, NatterHttp } from '@natter/client'
import { CliError, EXIT } from './exit-code.ts'
import type { Io } from './io.ts'
import { findSignIn } from './sign-in.ts'
import { waitFor } from './wait-for.ts'

const CLIENT = `cli/${manifest.version}`
const LIVE_WITHIN_MS = 15_000

/** Options of every command that talks to a place. */
export interface PlaceOptions {
  url?: string
  json?: boolean
}

/** Connects, runs the task with a live connection, and says goodbye whatever came of it. */
export async function withNatter<T>(io: Io, options: PlaceOptions, task: (natter: Natter) => Promise<T>): Promise<T> {
  const { url, token } = await findSignIn(io, options.url)
  // Asked first, since a failed WebSocket does not say why it failed and HTTP does.
  await createHttp({ url, token }).me()
  const natter = createNatter({ url, token, client: CLIENT })
  try {
    const reached = await waitFor(
      io,
      natter.connection,
      ({ state }) => state === 'live' || state === 'stopped',
      LIVE_WITHIN_MS,
    )
    if (reached?.state === 'stopped') throw stoppedError(reached)
    if (reached === undefined)
      throw new CliError(EXIT.unreachable, 'network', `No connection to ${url} within ${LIVE_WITHIN_MS / 1_000} s.`)
    await natter.ready
    return await task(natter)
  } finally {
    await natter.close()
  }
}

/** For commands that need no connection. */
export async function signedInHttp(io: Io, options: PlaceOptions): Promise<NatterHttp> {
  return createHttp(await findSignIn(io, options.url))
}

/** For commands of the owner and admins. */
export async function signedInAdmin(io: Io, options: PlaceOptions): Promise<NatterAdmin> {
  return createAdmin(await findSignIn(io, options.url))
}

/** What a connection that will not come back means for the program. */
export function stoppedError({ code, why, action }: Extract<Connection, { state: 'stopped' }>): CliError {
  return new CliError(action === 'signIn' ? EXIT.notSignedIn : EXIT.failure, String(code), why)
}
