import type { OutboxEntry } from '@natter/client'
import type { Cid, UserId } from '@natter/protocol'

/** A message that waits, and the tab whose SDK sends it. */
export interface OutboxRow {
  readonly entry: OutboxEntry
  readonly tab: string
}

/** Who takes over what from whom. */
export interface Claim {
  readonly account: UserId
  /** The tab that takes over. */
  readonly tab: string
  /** Tabs that are gone. */
  readonly absent: ReadonlySet<string>
  /** What they had by their own account: what they wrote last may not have reached the storage. */
  readonly heard: readonly OutboxEntry[]
}

/** The outbox of this browser, shared by its tabs. Calls take effect in their order. */
export interface OutboxRows {
  all(): Promise<readonly OutboxRow[]>
  put(row: OutboxRow): Promise<void>
  remove(cid: Cid): Promise<void>
  /** `decideClaim` in one step: of several tabs that claim the same only the first gets it. */
  claim(claim: Claim): Promise<readonly OutboxEntry[]>
  clear(account: UserId): Promise<void>
}

/**
 * What changes hands. Rows of living tabs do not, nor those of other accounts. A message that was heard of but has no row
 * was not stored in time, or is sent already; sending it again is harmless, for the server knows each cid once for ever.
 */
export function decideClaim(rows: readonly OutboxRow[], { account, tab, absent, heard }: Claim): OutboxRow[] {
  const stored = new Set(rows.map(({ entry }) => entry.cid))
  const theirs = rows.filter((row) => row.entry.by === account && absent.has(row.tab)).map(({ entry }) => entry)
  const unstored = heard.filter(({ cid, by }) => by === account && !stored.has(cid))
  return [...theirs, ...unstored].sort((a, b) => a.order - b.order).map((entry) => ({ entry, tab }))
}
