import type { LIMITS, Limits } from '@natter/protocol'

/** Limits of the server: those a client goes by from the start, and the others once the server has told them. */
export type KnownLimits = Partial<Limits> &
  Pick<Limits, 'frameBytes' | 'textBytes' | 'textCodePoints' | 'typingIntervalMs'>

type Usual = typeof LIMITS
const frameBytes: Usual['frameBytes'] = 65_536
const textBytes: Usual['textBytes'] = 32_768
const textCodePoints: Usual['textCodePoints'] = 8_000
const typingIntervalMs: Usual['typingIntervalMs'] = 3_000

export const USUAL_LIMITS: KnownLimits = { frameBytes, textBytes, textCodePoints, typingIntervalMs }
