import type { Fault } from '../fault.ts'
import { fault as r01 } from './r01-kill-nine.ts'
import { fault as r02 } from './r02-crash-points.ts'

/** All faults, in the order of their ids. */
export const BATTERY: readonly Fault[] = [r01, r02]
