/** What stands between a client and its sockets: nothing, unless a bug is planted in the client. Undefined: not passed on. */
export interface Edge {
  sent(text: string): string | undefined
  heard(text: string): string | undefined
}

/** Frames pass as they are. */
export const OPEN_EDGE: Edge = { sent: (text) => text, heard: (text) => text }
