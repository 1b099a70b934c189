import { mebibytes } from './judge-health.ts'
import type { FuzzReport } from './run-fuzz.ts'

/** What a run came to, the closing line last. */
export function reportLines({
  cases,
  kinds,
  answered,
  acked,
  slowestAckMs,
  longestStallMs,
  looks,
  troubles,
}: FuzzReport): string[] {
  const byKind = Object.entries(kinds)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ')
  const [first, last] = [looks[Math.floor(looks.length / 3)], looks.at(-1)]
  const memory =
    first === undefined || last === undefined
      ? []
      : [
          `held ${mebibytes(first.liveBytes)} after the warm-up, ${mebibytes(last.liveBytes)} at the end; ` +
            `resident ${mebibytes(first.rssBytes)}, ${mebibytes(last.rssBytes)}`,
        ]
  return [
    ...troubles.map((sentence) => `wrong: ${sentence}`),
    `cases: ${byKind}`,
    ...memory,
    `slowest acknowledgement ${Math.round(slowestAckMs)} ms, longest stall of the event loop ${Math.round(longestStallMs)} ms`,
    `${cases} cases, ${answered} answered to their end, ${acked} acked messages, ${troubles.length} things went wrong`,
  ]
}

/** The command that runs the suspects again. */
export function againCommand(seed: number, suspects: readonly number[], limits: 'on' | 'off'): string {
  const first = suspects.length === 0 ? 0 : Math.min(...suspects)
  const count = suspects.length === 0 ? '' : ` --from ${first} --cases ${Math.max(...suspects) - first + 1}`
  return `npm run fuzz -- --seed ${seed}${count}${limits === 'on' ? ' --limits on' : ''}`
}
