import type { User } from '@natter/protocol'
import type { Session } from '../ports/account-store.ts'

/** Somebody whose credential holds. */
export interface Proved {
  session: Session
  user: User
}

/** Who checks credentials for the gateway. */
export interface Doorkeeper {
  /** The session of an access token, if it stands. */
  identify(token: string): Promise<Proved | undefined>
}

/** What came with the upgrade: a token from a cookie or header, or a session that a ticket has already proved. */
export type UpgradeCredential = { token: string } | { proved: Proved } | undefined
