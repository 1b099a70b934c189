import type { Fault } from '../fault.ts'
import { fault as r01 } from './r01-kill-nine.ts'
import { fault as r02 } from './r02-crash-points.ts'
import { fault as r13 } from './r13-resume-too-far-behind.ts'
import { fault as r17 } from './r17-odd-pieces.ts'
import { fault as r18 } from './r18-cut-frames.ts'
import { fault as r39 } from './r39-two-servers.ts'
import { fault as r46 } from './r46-first-run-race.ts'

/** All faults, in the order of their ids. */
export const BATTERY: readonly Fault[] = [r01, r02, r13, r17, r18, r39, r46]
