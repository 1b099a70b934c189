import { LIMITS } from '@natter/protocol'
import type { Limits } from '@natter/protocol'
import { createRandom } from './world/random.ts'

/** What may go wrong. Each run draws its own few. */
export const FAULTS = [
  'linkCut',
  'linkSilent',
  'halfOpen',
  'linkStall',
  'slowReader',
  'unreachable',
  'nodeKill',
  'nodeVanish',
  'nodeDrain',
  'busDrop',
  'busDouble',
  'busDelay',
  'busPart',
  'storeStall',
  'storeRefuse',
  'storeLoseReply',
  'rollback',
  'rollbackSilent',
  'sleep',
  'clockJump',
  'reload',
  'membership',
  'rates',
  'longTexts',
  'flood',
  'webSocketBlocked',
  'settings',
] as const
export type FaultKind = (typeof FAULTS)[number]

/** Everything about a run that its seed decides before it begins. */
export interface Plan {
  seed: number
  nodes: number
  /** Devices of each user. */
  devices: number[]
  rooms: number
  /** How often trouble and work are followed by a quiet time. */
  rounds: number
  /** Steps of work a round, and the longest time between two. */
  steps: number
  pauseMsMax: number
  /** Chance of a fault at each step of trouble. */
  troubleRate: number
  faults: ReadonlySet<FaultKind>
  /** The faults as they were drawn: what is left out strikes in vain, so that the others strike as before. */
  drawn: readonly FaultKind[]
  limits: Limits
  kernelBytes: number
}

/** Changes to a plan, to find out what a failure needs. */
export interface Narrowing {
  without?: readonly FaultKind[]
  steps?: number
  rounds?: number
}

export function planOf(seed: number, { without = [], steps, rounds }: Narrowing = {}): Plan {
  const draw = createRandom(seed, 'plan')
  const likelihood = draw.pick([0.15, 0.3, 0.5])
  const boxes = createRandom(seed, 'boxes')
  const settings = createRandom(seed, 'settings')
  const drawn = FAULTS.filter((kind) => {
    // Drawn apart: what a seed did before this fault was thought of it does still.
    if (kind === 'webSocketBlocked') return boxes.chance(BLOCKED_LIKELIHOOD)
    if (kind === 'settings') return settings.chance(SETTINGS_LIKELIHOOD)
    return draw.chance(kind === 'flood' ? FLOOD_LIKELIHOOD : likelihood)
  })
  const users = draw.between(2, 4)
  const isStrict = draw.chance(0.3)
  const stepsDrawn = draw.between(40, 160)
  return {
    seed,
    drawn,
    faults: new Set(drawn.filter((kind) => !without.includes(kind))),
    nodes: draw.between(1, 3),
    devices: Array.from({ length: users }, () => draw.pick([1, 1, 2, 3])),
    rooms: draw.between(1, 3),
    rounds: rounds ?? draw.pick([1, 1, 2]),
    steps: steps ?? stepsDrawn,
    pauseMsMax: (2 * draw.between(10_000, 40_000)) / stepsDrawn,
    troubleRate: draw.pick([0.02, 0.05, 0.1]),
    limits: { ...LIMITS, joinsPerMinute: JOINS_PER_MINUTE, ...(isStrict ? STRICT_SENDS : {}) },
    kernelBytes: draw.pick([256, 4_096, 65_536]),
  }
}

const STRICT_SENDS = { roomSendsPerSecond: 2, roomSendsBurst: 4 }
/** Megabytes of texts and readers that do not take them: dear, and so rare. */
const FLOOD_LIKELIHOOD = 0.04
/** Whole runs of it are slow: a request each for what else is a frame. */
const BLOCKED_LIKELIHOOD = 0.2
/** Whether people change settings at all. */
const SETTINGS_LIKELIHOOD = 0.3
const JOINS_PER_MINUTE = 1_000
