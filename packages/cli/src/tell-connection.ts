import type { Connection, Natter } from '@natter/client'
import type { Io } from './io.ts'

/** Says on standard error when the connection is lost and when it is back; the result ends it. */
export function tellConnection(io: Io, natter: Natter): () => void {
  let isLost = false
  return natter.connection.subscribe(({ state }: Connection) => {
    if (state === 'waiting' && !isLost) {
      isLost = true
      void io.err.write('natter: connection lost, waiting for the server\n')
    } else if (state === 'live' && isLost) {
      isLost = false
      void io.err.write('natter: connected again\n')
    }
  })
}
