import { z } from 'zod'
import { timeAt, userId } from '../id-schemas.ts'

/** What an owner or admin tells everybody at once. Shown until `untilAt`. */
export const announcement = z.object({ id: z.string(), text: z.string(), by: userId, at: timeAt, untilAt: timeAt })
export type Announcement = z.infer<typeof announcement>
