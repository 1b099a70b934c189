/** `npm run bench -- fanout|sends|idle`: measures this server beside a floor in the same run, and checks what it delivered. */
import { cpus, release } from 'node:os'
import { parseArgs } from 'node:util'
import { fanout } from './units/fanout.ts'
import { idle } from './units/idle.ts'
import { sends } from './units/sends.ts'
import type { UnitResult } from './units/unit.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sockets: { type: 'string', default: '1000' },
    messages: { type: 'string', default: '300' },
    rounds: { type: 'string', default: '5' },
    senders: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '4000' },
    pinned: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

const UNITS: Record<string, () => Promise<UnitResult>> = {
  sends: () =>
    sends({
      senders: Number(values.senders),
      seconds: Number(values.seconds),
      rounds: Number(values.rounds),
      pinned: values.pinned,
    }),
  fanout: () =>
    fanout({ sockets: Number(values.sockets), messages: Number(values.messages), rounds: Number(values.rounds) }),
  idle: () => idle({ connections: Number(values.connections) }),
}

// The sends go first: the other units keep this process on one core from then on.
const wanted = positionals.length === 0 ? Object.keys(UNITS) : positionals
const unknown = wanted.find((name) => !Object.hasOwn(UNITS, name))
if (unknown !== undefined) {
  process.stderr.write(`There is no work unit "${unknown}". Known: ${Object.keys(UNITS).join(', ')}.\n`)
  process.exit(2)
}

let faults = 0
for (const name of wanted) {
  const result = await UNITS[name]?.()
  if (result === undefined) continue
  faults += result.faults
  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, kernel: release(), node: process.version }
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ name, machine, ...result, text: undefined })}\n`
      : `\n${result.title}\n${result.text}\n${JSON.stringify(machine)}\n`,
  )
}
if (faults > 0) process.stderr.write(`\nInvalid run: ${faults} faults.\n`)
process.exit(faults > 0 ? 1 : 0)
