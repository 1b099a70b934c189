/** What waits on this node for all readers together. */
export class OutboxBudget {
  readonly bytesMax: number
  #bytes = 0

  constructor(bytesMax: number) {
    this.bytesMax = bytesMax
  }

  /** Exact to `LOOK_EVERY_BYTES` a connection, and at every look at all connections. */
  get bytes(): number {
    return this.#bytes
  }

  get isOver(): boolean {
    return this.#bytes > this.bytesMax
  }

  /** One outbox counts for so much more, or less. */
  change(bytes: number): void {
    this.#bytes += bytes
  }
}
