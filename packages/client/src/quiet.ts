/** The same functions, whose promises nobody has to listen to: ignoring one is no unhandled rejection. */
export function quiet<T extends object>(api: T): T {
  for (const [name, call] of Object.entries(api)) {
    if (typeof call !== 'function') continue
    // The casts: what it takes and returns is as before.
    const f = call as (...args: unknown[]) => unknown
    ;(api as Record<string, unknown>)[name] = (...args: unknown[]) => quieted(f(...args))
  }
  return api
}

/** The same, listened to if it is a promise. */
export function quieted<T>(result: T): T {
  if (result instanceof Promise) result.catch(() => undefined)
  return result
}
