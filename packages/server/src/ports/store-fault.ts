/**
 * What a store throws when it cannot do its work. The outcome of a write that was under way is unknown: the same write
 * with the same cid tells. `unavailable`: later may be better (disk full, too much waiting, closed). `internal`: a bug.
 */
export class StoreFault extends Error {
  readonly code: 'unavailable' | 'internal'

  constructor(code: 'unavailable' | 'internal', message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreFault'
    this.code = code
  }
}
