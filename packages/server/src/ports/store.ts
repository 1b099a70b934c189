import type { AccountStore } from './account-store.ts'
import type { LogStore } from './log-store.ts'
import type { ReadStore } from './read-store.ts'

/**
 * The truth. One method is one transaction with one intention; what it resolves to is committed and, on disk, fsynced.
 * An expected `no` is a `Refusal`; anything thrown is a fault whose outcome is unknown to the caller.
 * Every adapter passes `test/store-contract.ts`.
 */
export interface Store extends LogStore, ReadStore, AccountStore {
  /** Random, made with the schema, renewed by a restore. */
  readonly epoch: string
  /** 256 random bits made with the schema: the key for values that this place derives (never leaves the server). */
  readonly secret: Uint8Array
  /** Resolves when all accepted writes are answered and the files are closed. Later calls reject. */
  close(): Promise<void>
}
