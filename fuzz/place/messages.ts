/** How a server is at a moment, after its garbage has been collected. */
export interface Health {
  rssBytes: number
  /** Objects and buffers that something still holds. */
  liveBytes: number
  /** The longest that its event loop stood still since the last look. */
  stallMs: number
}

export type FromServer = { address: string } | { fault: string } | { health: Health }
export type ToServer = 'health' | 'stop'
