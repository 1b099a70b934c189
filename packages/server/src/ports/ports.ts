import type { Limits, SessionId, User } from '@natter/protocol'
import type { Bus } from './bus.ts'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import type { Rates } from './rates.ts'
import type { Store } from './store.ts'

/** What the application stands on; `main.ts` chooses the adapters. */
export interface Ports {
  store: Store
  bus: Bus
  clock: Clock
  /** Unpredictable bytes, fit for secrets. */
  random: (bytes: number) => Uint8Array
  limits: Limits
  /** False: `NATTER_LIMITS=off`, no rates and no connection caps. */
  ratesEnforced: boolean
  /** What people may do how often, on this node. */
  rates: Rates
  log: Log
}

/** Somebody whose credential was checked. */
export interface Actor {
  user: User
  session: SessionId
}
