import type { Life } from './node.ts'
import type { Pipe } from './pipe.ts'

/** A client's way to one node: a socket, or a request with its response. Faults strike it without asking which. */
export interface Road {
  readonly life: Life
  readonly up: Pipe
  readonly down: Pipe
  readonly isOver: boolean
  /** What the client hears by it of its rooms. */
  readonly isFollowing: boolean
  /** Both ends notice that the road is gone. */
  cut(): void
  /** The client is gone, and its machine says so. */
  hangUp(): void
  /** The node's process is gone, and its machine says so. */
  serverDied(): void
}

export interface RoadPlan {
  latencyMs: number
  isMerging: boolean
  /** What the network between takes without the server noticing. */
  kernelBytes: number
}
