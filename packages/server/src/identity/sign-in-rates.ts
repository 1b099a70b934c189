import { refuse } from '@natter/protocol'
import type { Limits, Refusal, UserId } from '@natter/protocol'
import type { Clock } from '../ports/clock.ts'
import { addressKey } from './client-address.ts'
import { createRateTable } from './rate-table.ts'

const ADDRESSES_MAX = 50_000
const ACCOUNTS_MAX = 50_000
const FAMILIAR_MAX = 50_000
const MINUTE_MS = 60_000
const RENAMES_PER_MINUTE = 10
/** Signing up comes in waves (a class, a conference room), and an invite or an open door was given for it. */
const SIGN_UP_BURST_FACTOR = 3

/** How often somebody may try passwords or take a new name, counted on this node by account and by network address. */
export interface SignInRates {
  refusedSignIn(handle: string, address: string): Refusal | undefined
  refusedSignUp(address: string): Refusal | undefined
  /** Everybody who is connected is told of a new name. */
  refusedRename(user: UserId): Refusal | undefined
  /** This account has signed in from this address: strangers who use up its attempts no longer count against it there. */
  becameFamiliar(handle: string, address: string): void
}

export function createSignInRates(clock: Clock, limits: Limits, enforced: boolean): SignInRates {
  if (!enforced) return { refusedSignIn: allow, refusedSignUp: allow, refusedRename: allow, becameFamiliar: allow }
  const perMinute = (count: number, burst = count) => ({ count, periodMs: MINUTE_MS, burst })
  const { signInsPerMinutePerAccount: perAccount, signInsPerMinutePerAddress: perAddress } = limits
  const uptime = () => clock.uptime()
  const accounts = createRateTable(perMinute(perAccount), ACCOUNTS_MAX, uptime)
  const addresses = createRateTable(perMinute(perAddress), ADDRESSES_MAX, uptime)
  const signUps = createRateTable(perMinute(perAddress, perAddress * SIGN_UP_BURST_FACTOR), ADDRESSES_MAX, uptime)
  const renames = createRateTable(perMinute(RENAMES_PER_MINUTE), ACCOUNTS_MAX, uptime)
  const familiar = new Set<string>()
  return {
    refusedSignIn(handle, address) {
      const pair = `${handle} ${addressKey(address)}`
      const waitMs = addresses.take(addressKey(address)) ?? accounts.take(familiar.has(pair) ? pair : handle)
      return waitMs === undefined ? undefined : tooOften(waitMs)
    },
    refusedSignUp(address) {
      const waitMs = signUps.take(addressKey(address))
      return waitMs === undefined ? undefined : tooOften(waitMs)
    },
    refusedRename(user) {
      const waitMs = renames.take(user)
      return waitMs === undefined ? undefined : tooOften(waitMs)
    },
    becameFamiliar(handle, address) {
      const pair = `${handle} ${addressKey(address)}`
      familiar.delete(pair)
      familiar.add(pair)
      for (const stalest of familiar) {
        if (familiar.size <= FAMILIAR_MAX) break
        familiar.delete(stalest)
      }
    },
  }
}

function tooOften(retryAfterMs: number): Refusal {
  const seconds = Math.ceil(retryAfterMs / 1_000)
  return refuse('rate_limited', `Too many attempts. Try again in ${seconds} s.`, { retryAfterMs })
}

function allow(): undefined {
  return undefined
}
