import { Connection } from '../../packages/server/src/gateway/connection.ts'
import { Lag } from '../../packages/server/src/gateway/lag.ts'
import { Outbox } from '../../packages/server/src/gateway/outbox.ts'
import { swap } from './mutant.ts'
import type { Mutant } from './mutant.ts'

/** Bugs in what becomes of readers that fall behind. */
export const FLOW_MUTANTS: readonly Mutant[] = [
  {
    name: 'who fell behind is not told of one of the rooms',
    from: 26,
    plant: () =>
      swap(
        Lag.prototype,
        'takes',
        (takes) =>
          function (this: Lag, frame) {
            const isTaken = takes.call(this, frame)
            const [first] = this.missed.keys()
            if (first !== undefined) this.missed.delete(first)
            return isTaken
          },
      ),
  },
  {
    name: 'an answer to who fell behind is freed like an event',
    from: 26,
    plant: () =>
      swap(
        Lag.prototype,
        'takes',
        (takes) =>
          function (this: Lag, frame) {
            return takes.call(this, frame) || frame.json.startsWith('{"re":')
          },
      ),
  },
  {
    name: 'what waits for a slow reader has no bound',
    from: 44,
    plant: () => {
      const behind = swap(Outbox.prototype, 'fallBehind', () => () => undefined)
      const closed = swap(
        Connection.prototype,
        'close',
        (close) =>
          function (this: Connection, code, reason) {
            if (code !== 'slowReader') close.call(this, code, reason)
          },
      )
      return () => {
        behind()
        closed()
      }
    },
  },
  {
    name: 'what is freed of a slow reader is freed without a word',
    from: 26,
    plant: () =>
      swap(
        Outbox.prototype,
        'measure',
        (measure) =>
          function (this: Outbox, uptime, stalledMs) {
            if (measure.call(this, uptime, stalledMs)) this.lag = undefined
            return false
          },
      ),
  },
]
