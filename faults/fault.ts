import type { Counts } from './counts.ts'
import type { Need } from './tools/needs.ts'
import type { World } from './world.ts'

/** One way to break a running place, and what must hold afterwards. */
export interface Fault {
  /** As in the battery: `R01`. */
  id: string
  title: string
  /** What this machine must have; without it the fault is skipped, aloud. */
  needs?: readonly Need[]
  /** Part of the short form that `npm test` runs. */
  isShort?: boolean
  /** Mostly waits for heartbeats: runs beside the others of its kind. */
  isWaiting?: boolean
  run(world: World): Promise<Counts>
}
