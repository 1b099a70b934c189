import type { PresenceStatus } from '@natter/protocol'

/** How long somebody is still shown after their last connection is gone: a reload or a change of network is no goodbye. */
export const PRESENCE_LINGER_MS = 15_000

/** What a connection says of its keyboard, by `activity`. */
export type ConnectionActivity = 'active' | 'idle'

export interface PresenceInput {
  /** The user's open connections. */
  readonly connections: readonly { readonly state: ConnectionActivity }[]
  /** What they chose with `presence.set`; `active` where they never did. */
  readonly chosen: PresenceStatus
  /** The connection that went last, as it was then; only looked at while there is no open one. */
  readonly lastGone?: { readonly state: ConnectionActivity; readonly at: number } | undefined
}

/**
 * How others see a user at `now` (milliseconds, the same clock as `lastGone.at`). Ask again at
 * `lastGone.at + PRESENCE_LINGER_MS`: nothing but that moment changes the answer without new input.
 */
export function presenceOf({ connections, chosen, lastGone }: PresenceInput, now: number): PresenceStatus {
  const lingers = lastGone !== undefined && now - lastGone.at < PRESENCE_LINGER_MS
  const present = connections.length === 0 && lingers ? [lastGone] : connections
  if (present.length === 0 || chosen === 'offline') return 'offline'
  if (chosen !== 'active') return chosen
  return present.some(({ state }) => state === 'active') ? 'active' : 'away'
}
