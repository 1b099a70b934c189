import type { Session } from '../ports/account-store.ts'
import type { User } from '@natter/protocol'

/** Who checks credentials for the gateway. */
export interface Doorkeeper {
  /** The session of an access token, if it stands. */
  identify(token: string): Promise<{ session: Session; user: User } | undefined>
}

/** What came with the upgrade: a token from a cookie or header, or a session that a ticket has already proved. */
export type UpgradeCredential = { token: string } | { proved: { session: Session; user: User } } | undefined
