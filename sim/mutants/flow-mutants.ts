import { Lag } from '../../packages/server/src/gateway/lag.ts'
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
]
