import { z } from 'zod'
import { atMost } from '../at-most.ts'
import { cid, seqOrZero, timeAt } from '../id-schemas.ts'
import { BOUNDS } from '../limits.ts'
import { command } from './command.ts'

const settingKey = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_.:-]{0,63}$/, 'must be a letter and up to 63 of A-Z, a-z, 0-9, "-", ".", ":" and "_"')

/** Changes some of one's own settings; `null` removes one. Values are any JSON, and mean something to clients alone. */
export const settingsSet = command('settings.set', {
  cid,
  settings: atMost(BOUNDS.settingsKeys, z.record(settingKey, z.unknown())),
})
/** `seq` counts in the user's own log. */
export const settingsSetReply = z.object({ seq: seqOrZero, ref: z.string(), at: timeAt, duplicate: z.boolean() })
export type SettingsWritten = z.infer<typeof settingsSetReply>
