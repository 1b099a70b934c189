import type { AccountStore } from '../../ports/account-store.ts'
import type { LogStore } from '../../ports/log-store.ts'
import type { ReadStore } from '../../ports/read-store.ts'

type ReadAccounts =
  | 'isEmpty'
  | 'accountByHandle'
  | 'accountById'
  | 'listAccounts'
  | 'sessionByAccess'
  | 'sessionsOf'
  | 'placeName'

/** What the reading thread does, and what the writing one. Each runs in one transaction, and nothing waits in it. */
export type ReadMethods = Sync<ReadStore & Pick<AccountStore, ReadAccounts>>
export type WriteMethods = Sync<LogStore & Omit<AccountStore, ReadAccounts>>

type Sync<Port> = {
  [Name in keyof Port]: Port[Name] extends (...args: infer Args) => Promise<infer Answer>
    ? (...args: Args) => Answer
    : never
}

/** The same methods, given what they work on first. */
export type MethodsOn<Context, Methods> = {
  [Name in keyof Methods]: Methods[Name] extends (...args: infer Args) => infer Answer
    ? (context: Context, ...args: Args) => Answer
    : never
}

/** One call on its way to a thread. */
export interface Request {
  n: number
  method: string
  args: unknown[]
}

/** Its way back. */
export type Answer = { n: number; ok: unknown } | { n: number; fault: Fault }

/** A `StoreFault` as it crosses threads; `detail` is for the log alone. */
export interface Fault {
  code: 'unavailable' | 'internal'
  message: string
  detail: string | undefined
}

/** Runs the method a request names. */
export function run(methods: object, context: unknown, { method, args }: Request): unknown {
  const found = (methods as Record<string, (context: unknown, ...args: unknown[]) => unknown>)[method]
  if (found === undefined) throw new Error(`There is no method ${method}.`)
  return found(context, ...args)
}
