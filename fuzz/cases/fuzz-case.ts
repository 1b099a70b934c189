import type { Random } from '../../sim/world/random.ts'
import type { Scene } from '../place/scene.ts'

/** What somebody hostile or broken does to the server on one connection. */
export interface FuzzCase {
  /** `json`, `frames`, … */
  kind: string
  /** Written one after the other. */
  writes: Uint8Array[]
  /** Afterwards: waits for the answer to `BARRIER_ID`, or cuts the connection at once. */
  ending: 'wait' | 'cut'
  /** The texts as the server can read them, by id, where nothing was done to them below that level. */
  texts: ReadonlyMap<number, string>
}

export interface CaseContext {
  index: number
  scene: Scene
  random: Random
}

/** The id of the last command of a conversation: once it is answered, all before it has been. */
export const BARRIER_ID = 99_999
