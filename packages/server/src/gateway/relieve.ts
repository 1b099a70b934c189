import type { Connection } from './connection.ts'
import type { OutboxBudget } from './outbox-budget.ts'

/** Where readers have more waiting than the node may hold, those with the most lose it first: what can be asked for again, then the connection. */
export function relieve(budget: OutboxBudget, connections: Iterable<Connection>): void {
  if (!budget.isOver) return
  const holders = [...connections]
    .map((connection) => ({ connection, bytes: connection.queuedBytes }))
    .filter(({ bytes }) => bytes > 0)
    .toSorted((one, other) => other.bytes - one.bytes)
  for (const { connection } of holders) {
    if (!budget.isOver) return
    connection.outbox.fallBehind()
  }
  for (const { connection } of holders.toSorted(
    (one, other) => other.connection.queuedBytes - one.connection.queuedBytes,
  )) {
    if (!budget.isOver) return
    connection.close('slowReader', 'This server is short of memory, and you read slowly.')
  }
}
