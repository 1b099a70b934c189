import type { PresenceStatus } from '@natter/client'
import type { Handle } from '../story-shape.ts'

/** Those of the story who are there while the demo runs, and how they wish to be seen. The first looks after visitors. */
export const CAST: readonly { handle: Handle; status: PresenceStatus }[] = [
  { handle: 'kim', status: 'active' },
  { handle: 'tomas', status: 'active' },
  { handle: 'lena', status: 'active' },
  { handle: 'noor', status: 'away' },
  { handle: 'obi', status: 'dnd' },
]
