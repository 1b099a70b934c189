import { NatterError } from '@natter/client'
import type { World } from '../world/world.ts'

/** What may be answered to somebody who was put out, came too late, or asks for what is not theirs. */
const EXPECTED = new Set(['not_member', 'not_found', 'forbidden', 'conflict', 'archived', 'read_only', 'quota'])
/** What may be answered where an answer did not come in time, or the page was closed. */
const TROUBLE = new Set(['network', 'timeout', 'unavailable', 'internal', 'overloaded', 'rate_limited', 'stopped'])

/** Whether a command may have failed like that; anything else is a finding. */
export function noteRefusal(world: World, what: string, error: unknown): void {
  const code = error instanceof NatterError ? error.code : undefined
  world.trace(`${what}: ${code ?? String(error)}`)
  if (code !== undefined && (EXPECTED.has(code) || TROUBLE.has(code))) return
  world.blame(`${what} failed in an unexpected way: ${error instanceof Error ? error.stack : String(error)}`)
}

/** Whether a message may have been refused like that: for trouble it must be tried again instead. */
export function isFinalRefusal(error: unknown): boolean {
  return error instanceof NatterError && EXPECTED.has(error.code)
}
