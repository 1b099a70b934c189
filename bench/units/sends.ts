import { dataFolder, inLanes, signIn, startNatter } from '../load/natter-server.ts'
import { cpuByThread, cpuMicros, stopMeasured } from '../load/process.ts'
import { clientFrame, startsWith } from '../load/raw-client.ts'
import type { RawClient } from '../load/raw-client.ts'
import { seed, seedPeople, seedRoom } from '../load/seed.ts'
import { median, table } from '../load/table.ts'
import type { UnitResult } from './unit.ts'

const TEXT =
  'A message of a hundred and twenty characters, as people write them when they have something to say to each other.'.padEnd(
    120,
    '.',
  )
const ACK = Buffer.from('{"re":')

/**
 * B07: senders with one message in flight each, acked after commit and fsync; twenty rooms of ten, nobody has them on
 * screen. Every ack is checked: `ok`, not a duplicate, and each room's seqs are exactly those that were given.
 */
export async function sends(options: {
  senders: number
  seconds: number
  rounds: number
  pinned: boolean
}): Promise<UnitResult> {
  const { folder, remove } = dataFolder()
  const lanes = await seed(folder, async (store) => {
    const people = await seedPeople(store, options.senders)
    const rooms = []
    for (let at = 0; at < people.length; at += 10) {
      const members = people.slice(at, at + 10)
      const room = await seedRoom(store, `sends-${at}`, members)
      rooms.push(...members.map((person) => ({ person, room })))
    }
    return rooms
  })
  const server = await startNatter(folder, options.pinned ? 0 : undefined)
  const clients = await inLanes(lanes, 16, ({ person }) => signIn(server.port, person, []))
  const rounds: { perSecond: number; cpu: number; p50: number; p99: number }[] = []
  const seen = new Map<string, Set<number>>()
  let faults = 0
  for (let round = 0; round <= options.rounds; round++) {
    process.stderr.write(round === 0 ? 'sends: warming up\n' : `sends: round ${round} of ${options.rounds}\n`)
    const cpuBefore = cpuMicros(server.pid)
    const found = await runRound(clients, lanes, round === 0 ? 2 : options.seconds, seen)
    faults += found.faults
    const perSecond = found.acked / found.seconds
    if (round > 0)
      rounds.push({
        perSecond,
        cpu: (cpuMicros(server.pid) - cpuBefore) / found.acked,
        p50: percentile(found.latencies, 0.5),
        p99: percentile(found.latencies, 0.99),
      })
  }
  faults += countHoles(seen)
  const threads = [...cpuByThread(server.pid)]
    .filter(([, micros]) => micros > 1e5)
    .map(([name, micros]) => `${name} ${(micros / 1e6).toFixed(1)} s`)
  for (const client of clients) client.close()
  await stopMeasured(server)
  remove()
  const rates = rounds.map((round) => round.perSecond)
  const rows = [
    {
      senders: options.senders,
      'acked/s': Math.round(median(rates)),
      range: `${Math.round(Math.min(...rates))}–${Math.round(Math.max(...rates))}`,
      'ack p50 ms': median(rounds.map((round) => round.p50)),
      'ack p99 ms': median(rounds.map((round) => round.p99)),
      'server CPU-µs/send': median(rounds.map((round) => round.cpu)),
      faults,
    },
  ]
  return {
    title: `B07 persisted sends: closed loop, ${options.pinned ? 'server on one core' : 'server on all cores'}`,
    rows,
    faults,
    text: `${table(rows)}\nserver threads: ${threads.join(', ')}`,
  }
}

interface Found {
  acked: number
  seconds: number
  faults: number
  latencies: number[]
}

let nextId = 1

function runRound(
  clients: RawClient[],
  lanes: { room: string }[],
  seconds: number,
  seen: Map<string, Set<number>>,
): Promise<Found> {
  return new Promise((resolve) => {
    const startedAt = performance.now()
    const found: Found = { acked: 0, seconds, faults: 0, latencies: [] }
    let running = clients.length
    clients.forEach((client, index) => {
      const room = lanes[index]?.room ?? ''
      let sentAt = 0
      const seqs = seen.get(room) ?? new Set<number>()
      seen.set(room, seqs)
      const send = (): void => {
        sentAt = performance.now()
        const id = nextId++
        client.sendFrames(
          clientFrame(`{"id":${id},"type":"message.send","room":"${room}","cid":"bench-${id}","text":"${TEXT}"}`),
        )
      }
      client.onText((frame) => {
        if (!startsWith(frame, ACK)) return
        const now = performance.now()
        const text = frame.toString('latin1')
        const seq = Number(/"seq":(\d+)/.exec(text)?.[1] ?? 0)
        if (!text.includes('"ok"') || text.includes('"duplicate":true') || seqs.has(seq)) found.faults++
        seqs.add(seq)
        found.acked++
        found.latencies.push(now - sentAt)
        if (now - startedAt < seconds * 1_000) return send()
        running--
        if (running === 0) resolve({ ...found, seconds: (now - startedAt) / 1_000 })
      })
      send()
    })
  })
}

/** Acked seqs of a room run without a hole. */
function countHoles(seen: Map<string, Set<number>>): number {
  let holes = 0
  for (const seqs of seen.values()) holes += Math.max(...seqs) - Math.min(...seqs) + 1 - seqs.size
  return holes
}

function percentile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
}
