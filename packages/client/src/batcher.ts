import { createAlarm } from './alarm.ts'
import type { Environment } from './environment.ts'
import type { NatterError } from './errors.ts'

/** How long ids are gathered before they are asked for together. */
const GATHER_MS = 10
/** Ids in one question: fewer than any question takes. */
const BATCH_MAX = 100

/**
 * Gathers ids and asks for them together; returns how to want one. What is wanted without a connection is forgotten, and to
 * be wanted again with the next one. As bounded as the map of those who want.
 */
export function createBatcher<Id>(
  environment: Environment,
  fetch: (ids: Id[], done: (error: NatterError | undefined) => void) => void,
): (id: Id) => void {
  const wanted = new Set<Id>()
  const alarm = createAlarm(environment, ask)

  function ask(): void {
    const ids = [...wanted].slice(0, BATCH_MAX)
    for (const id of ids) wanted.delete(id)
    fetch(ids, (error) => {
      if (error?.retryAfterMs !== undefined) for (const id of ids) wanted.add(id)
      if (wanted.size > 0) alarm.set(error?.retryAfterMs ?? GATHER_MS)
    })
  }

  return (id) => {
    wanted.add(id)
    alarm.set(GATHER_MS)
  }
}
