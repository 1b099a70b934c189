import type { Fault } from '../fault.ts'
import { fault as r01 } from './r01-kill-nine.ts'

/** All faults, in the order of their ids. */
export const BATTERY: readonly Fault[] = [r01]
