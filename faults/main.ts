// `npm run faults [-- R01 R17] [--short] [--seed 7] [--histories folder]`: breaks a real server on purpose and counts what was lost.
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { ensurePrograms } from '../scripts/testing/debian-packages.ts'
import { BATTERY } from './battery/list.ts'
import { countsText, sumCounts } from './counts.ts'
import { runBattery } from './run-battery.ts'
import { lackingPrograms } from './tools/needs.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean', default: false }, seed: { type: 'string' }, histories: { type: 'string' } },
})
const isShort = values.short
const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed)
const wanted = positionals.map((id) => id.toUpperCase())
const unknown = wanted.find((id) => BATTERY.every((fault) => fault.id !== id))
if (unknown !== undefined || !Number.isSafeInteger(seed)) {
  const ids = BATTERY.map(({ id }) => id).join(', ')
  process.stderr.write(
    unknown === undefined ? '--seed takes a whole number.\n' : `There is no fault ${unknown}. Known: ${ids}.\n`,
  )
  process.exit(2)
}
const chosen = BATTERY.filter(({ id, isShort: isInShort }) =>
  wanted.length > 0 ? wanted.includes(id) : !isShort || isInShort === true,
)
const print = (line: string): void => void process.stdout.write(`${line}\n`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

print(`${chosen.length} faults, seed ${seed}`)
const noPrograms = ensurePrograms(lackingPrograms(chosen.flatMap(({ needs = [] }) => needs)))
if (noPrograms !== undefined) print(noPrograms)
const outcomes = await runBattery(chosen, { seed, isShort, histories: values.histories, print })
const skipped = outcomes.filter((outcome) => 'skipped' in outcome)
const sum = sumCounts(outcomes.flatMap((outcome) => ('counts' in outcome ? [outcome.counts] : [])))
if (skipped.length > 0) print(`skipped: ${skipped.map(({ id, skipped: why }) => `${id} (${why})`).join(', ')}`)
print(countsText(sum))
process.exit(sum.violations.length > 0 ? 1 : 0)
