import type { Cost } from '../load/run-load.ts'
import { isClientBound } from '../method/client-share.ts'
import type { Faults } from '../method/faults.ts'
import { spread } from '../method/spread.ts'
import type { Row } from '../result/findings.ts'

/** Rounds in the closed loop as a line. `done` is what the work is counted by. */
export function costRow(
  name: string,
  rounds: readonly Cost[],
  { done, faults }: { done: 'delivery' | 'send'; faults: Faults },
): Row {
  const perSecond = rounds.map((round) => countOf(round, done) / round.seconds)
  const messages = rounds.map((round) => round.messages / round.seconds)
  return {
    name,
    faults,
    figures: {
      [`CPU-µs/${done}`]: spread(rounds.map((round) => costOf(round, done))),
      [done === 'delivery' ? 'deliveries/s' : 'acked/s']: spread(perSecond),
      ...(done === 'delivery' ? { 'messages/s': spread(messages).median } : {}),
      'frames/read': spread(rounds.map(({ framesPerRead }) => framesPerRead)).median,
      'switches/message': spread(rounds.map(({ inside, messages: sent }) => inside.contextSwitches / sent)).median,
      'loop p99 ms': spread(rounds.map(({ inside }) => inside.loopDelayP99Ms)).median,
      'GC max ms': Math.max(...rounds.map(({ inside }) => inside.gcMaxMs)),
      'client %': Math.round(spread(rounds.map(({ clientShare }) => clientShare)).median * 100),
      // Its rate is then the generator's; what the server spends on a delivery is not touched by that.
      ...(rounds.some(({ clientShare }) => isClientBound(clientShare)) ? { note: 'client-bound' } : {}),
    },
  }
}

/** How many times the floor, round by round. */
export function ratioRow(rounds: readonly Cost[], floor: readonly Cost[], done: 'delivery' | 'send'): Row {
  const ratios = rounds.map((round, index) => {
    const beside = floor[index]
    return beside === undefined ? Number.NaN : costOf(round, done) / costOf(beside, done)
  })
  return { name: 'ratio', figures: { [`CPU-µs/${done}`]: spread(ratios) } }
}

export function costOf(round: Cost, done: 'delivery' | 'send'): number {
  return round.inside.cpuMicros / countOf(round, done)
}

function countOf({ deliveries, messages }: Cost, done: 'delivery' | 'send'): number {
  return done === 'delivery' ? deliveries : messages
}
