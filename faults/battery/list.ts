import type { Fault } from '../fault.ts'
import { fault as r01 } from './r01-kill-nine.ts'
import { fault as r02 } from './r02-crash-points.ts'
import { fault as r10 } from './r10-asked-to-end.ts'
import { fault as r13 } from './r13-resume-too-far-behind.ts'
import { fault as r14 } from './r14-slow-reader.ts'
import { fault as r15 } from './r15-half-open.ts'
import { fault as r16 } from './r16-one-way-stall.ts'
import { fault as r17 } from './r17-odd-pieces.ts'
import { fault as r18 } from './r18-cut-frames.ts'
import { fault as r19 } from './r19-idle-drop.ts'
import { fault as r21 } from './r21-disk-full.ts'
import { fault as r22 } from './r22-fsync-fails.ts'
import { fault as r23 } from './r23-slow-fsync.ts'
import { fault as r24 } from './r24-ack-order.ts'
import { fault as r30 } from './r30-clock-jumps.ts'
import { fault as r31 } from './r31-stopped.ts'
import { fault as r32 } from './r32-no-descriptors.ts'
import { fault as r33 } from './r33-out-of-memory.ts'
import { fault as r34 } from './r34-starved.ts'
import { fault as r35 } from './r35-poison.ts'
import { fault as r39 } from './r39-two-servers.ts'
import { fault as r41 } from './r41-membership-churn.ts'
import { fault as r42 } from './r42-many-devices.ts'
import { fault as r46 } from './r46-first-run-race.ts'

/** All faults, in the order of their ids. */
export const BATTERY: readonly Fault[] = [
  r01,
  r02,
  r10,
  r13,
  r14,
  r15,
  r16,
  r17,
  r18,
  r19,
  r21,
  r22,
  r23,
  r24,
  r30,
  r31,
  r32,
  r33,
  r34,
  r35,
  r39,
  r41,
  r42,
  r46,
]
