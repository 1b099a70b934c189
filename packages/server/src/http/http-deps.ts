import type { Command, Readiness } from '@natter/protocol'
import type { Entrance } from '../identity/entrance.ts'
import type { Identity } from '../identity/identity.ts'
import type { FallbackRoads } from '../ports/fallback-roads.ts'
import type { LiveConnections } from '../ports/live-connections.ts'
import type { Actor, Ports } from '../ports/ports.ts'
import type { Answer } from '../commands/answer.ts'

/** What the HTTP road stands on. */
export interface HttpDeps {
  ports: Ports
  identity: Identity
  entrance: Entrance
  connections: LiveConnections
  fallback: FallbackRoads
  runCommand: (ports: Ports, actor: Actor, command: Command) => Promise<Answer>
  readiness: () => Readiness
  place: PlaceFacts
  /** Further origins whose pages may read answers. */
  origins: readonly string[]
  /** The folder of the built web page; undefined: there is none. */
  webRoot: string | undefined
}

export interface PlaceFacts {
  /** What people call it until its owner has named it. */
  name: string
  version: string
  isHttps: boolean
  /** Where browsers reach it, for links: never taken from a request. Without a slash at the end. */
  url: () => string
}
