import { fileURLToPath } from 'node:url'
import { dataFolder, inLanes, signIn, startNatter } from '../load/natter-server.ts'
import { cpuMicros, pinSelf, startMeasured, stopMeasured } from '../load/process.ts'
import type { Measured } from '../load/process.ts'
import { RawClient, clientFrame, postedSeq } from '../load/raw-client.ts'
import { seed, seedPeople, seedRoom } from '../load/seed.ts'
import { median, table } from '../load/table.ts'
import type { UnitResult } from './unit.ts'

const TEXT =
  'The quick brown fox jumps over the lazy dog while everybody in this room is watching it happen, once and in order.'.padEnd(
    120,
    '.',
  )
const FLOOR = fileURLToPath(new URL('../load/floor-server.ts', import.meta.url))

interface Crowd {
  /** Sends message number `i`. */
  send(i: number): void
  clients: RawClient[]
}

interface Round {
  deliveries: number
  cpuPerDelivery: number
  deliveriesPerSecond: number
  faults: number
}

/**
 * B01: one room, many sockets, one sender, durable and sequenced, beside a bare `ws` broadcast of frames of the same
 * length. Closed loop: a message counts as out of flight when every socket has it.
 */
export async function fanout(options: { sockets: number; messages: number; rounds: number }): Promise<UnitResult> {
  pinSelf(1)
  const { folder, remove } = dataFolder()
  const { people, room } = await seed(folder, async (store) => {
    const seeded = await seedPeople(store, options.sockets)
    return { people: seeded, room: await seedRoom(store, 'fanout', seeded) }
  })
  const natter = await startNatter(folder, 0)
  const clients = await inLanes(people, 32, (person) => signIn(natter.port, person, [room]))
  const frameBytes = await lengthOfOneEvent(clients, (i) => command(room, `probe-${i}`))
  const floor = await startMeasured([FLOOR, String(frameBytes)], { core: 0 })
  const bare = await inLanes(people, 32, () => RawClient.open({ port: floor.port, path: '/' }, () => {}))

  const ours: Crowd = { clients, send: (i) => clients[0]?.sendFrames(command(room, `c${i}`)) }
  const theirs: Crowd = { clients: bare, send: () => bare[0]?.sendFrames(clientFrame('x')) }
  const rows: Record<string, string | number>[] = []
  let faults = 0
  for (const inFlight of [1, 16]) {
    const natterRounds: Round[] = []
    const floorRounds: Round[] = []
    for (let round = 0; round < options.rounds; round++) {
      process.stderr.write(`fanout: ${inFlight} in flight, round ${round + 1} of ${options.rounds}\n`)
      natterRounds.push(await runRound(ours, natter, options.messages, inFlight))
      floorRounds.push(await runRound(theirs, floor, options.messages, inFlight))
    }
    faults += natterRounds.reduce((sum, round) => sum + round.faults, 0)
    rows.push(summary('natter', inFlight, natterRounds), summary('bare ws', inFlight, floorRounds))
    const ratio = median(natterRounds.map((r) => r.cpuPerDelivery)) / median(floorRounds.map((r) => r.cpuPerDelivery))
    rows.push({ server: 'ratio', 'in flight': inFlight, 'CPU-µs/delivery': ratio })
  }
  for (const client of [...clients, ...bare]) client.close()
  await stopMeasured(natter)
  await stopMeasured(floor)
  remove()
  const title = `B01 fan-out: 1 room × ${options.sockets} sockets, ${frameBytes} B events, ${options.messages} messages a round`
  return { title, rows, faults, text: table(rows) }
}

let sent = 0

function command(room: string, cid: string): Buffer {
  return clientFrame(JSON.stringify({ id: ++sent, type: 'message.send', room, cid: `${cid}-${sent}`, text: TEXT }))
}

async function lengthOfOneEvent(clients: RawClient[], make: (i: number) => Buffer): Promise<number> {
  const length = await new Promise<number>((resolve) => {
    const last = clients.at(-1)
    last?.onText((frame) => {
      if (postedSeq(frame) > 0) resolve(frame.length)
    })
    clients[0]?.sendFrames(make(0))
  })
  return length
}

/** Sends `messages`, keeping `inFlight` on their way; checks on every socket that seqs are contiguous. */
function runRound(crowd: Crowd, server: Measured, messages: number, inFlight: number): Promise<Round> {
  const { clients } = crowd
  return new Promise((resolve) => {
    let faults = 0
    let sentCount = 0
    let doneCount = 0
    let first = 0
    const last = clients.map(() => 0)
    const reached: number[] = []
    const cpuBefore = cpuMicros(server.pid)
    const startedAt = performance.now()
    const finish = (): void => {
      const deliveries = messages * clients.length
      const seconds = (performance.now() - startedAt) / 1_000
      resolve({
        deliveries,
        faults,
        cpuPerDelivery: (cpuMicros(server.pid) - cpuBefore) / deliveries,
        deliveriesPerSecond: deliveries / seconds,
      })
    }
    const arrived = (seq: number): void => {
      if (first === 0) first = seq
      const index = seq - first
      const count = (reached[index] ?? 0) + 1
      reached[index] = count
      if (count < clients.length) return
      doneCount++
      if (doneCount === messages) finish()
      else if (sentCount < messages) crowd.send(sentCount++)
    }
    clients.forEach((client, socket) => {
      client.onText((frame) => {
        const seq = postedSeq(frame)
        if (seq === 0) return
        const before = last[socket] ?? 0
        if (before !== 0 && seq !== before + 1) faults++
        last[socket] = seq
        arrived(seq)
      })
    })
    while (sentCount < Math.min(inFlight, messages)) crowd.send(sentCount++)
  })
}

function summary(server: string, inFlight: number, rounds: Round[]): Record<string, string | number> {
  const costs = rounds.map((round) => round.cpuPerDelivery)
  return {
    server,
    'in flight': inFlight,
    'CPU-µs/delivery': median(costs),
    range: `${Math.min(...costs).toFixed(2)}–${Math.max(...costs).toFixed(2)}`,
    'deliveries/s': Math.round(median(rounds.map((round) => round.deliveriesPerSecond))),
    'lost or out of order': rounds.reduce((sum, round) => sum + round.faults, 0),
  }
}
