import type { Store } from '../../src/ports/store.ts'

type Method = Exclude<keyof Store, 'epoch' | 'secret'>

/** A store whose answers wait for the test, or are faults. */
export interface DeferredStore {
  wrap(store: Store): Store
  /** From now on the method reads at once, but its answers wait. */
  hold(method: Method): void
  waiting(method: Method): number
  /** Lets the first answer that waits go, and then what follows from it. */
  next(): Promise<void>
  /** Lets all answers go, and holds no more. */
  release(): void
  /** From now on the method answers this instead; undefined: as it is. */
  answer(method: Method, found: unknown): void
  /** From now on the method rejects; undefined: not any more. */
  fail(method: Method, error: Error | undefined): void
}

export function deferredStore(): DeferredStore {
  const held = new Set<Method>()
  const answers = new Map<Method, unknown>()
  const faults = new Map<Method, Error>()
  let gates: { method: Method; open: () => void }[] = []

  async function run(method: Method, read: () => unknown): Promise<unknown> {
    const fault = faults.get(method)
    if (fault !== undefined) throw fault
    const found = answers.has(method) ? answers.get(method) : await read()
    if (held.has(method)) await new Promise<void>((open) => gates.push({ method, open }))
    return found
  }

  return {
    wrap: (store) =>
      new Proxy(store, {
        get(target, key) {
          const method = key as Method
          const real = target[method] as unknown
          if (typeof real !== 'function') return real
          return (...args: unknown[]) => run(method, () => (real as (...args: unknown[]) => unknown)(...args))
        },
      }),
    hold: (method) => void held.add(method),
    waiting: (method) => gates.filter((gate) => gate.method === method).length,
    async next() {
      gates.shift()?.open()
      await new Promise<void>((resolve) => void setImmediate(resolve))
    },
    release() {
      held.clear()
      const opened = gates
      gates = []
      for (const { open } of opened) open()
    },
    answer(method, found) {
      if (found === undefined) answers.delete(method)
      else answers.set(method, found)
    },
    fail(method, error) {
      if (error === undefined) faults.delete(method)
      else faults.set(method, error)
    },
  }
}
