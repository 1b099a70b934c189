import type { RoomId } from '@natter/protocol'
import { sizesOf } from '../bench.ts'
import type { Bench } from '../bench.ts'
import { Asker } from '../load/asker.ts'
import { gatherIn, seedRooms } from '../load/gather.ts'
import type { NatterCrowd, SeededRoom } from '../load/gather.ts'
import { messageText } from '../load/message-text.ts'
import { forgetPeak } from '../load/process.ts'
import { Rig } from '../load/rig.ts'
import { runOpen } from '../load/run-load.ts'
import type { Step } from '../load/run-load.ts'
import type { InsideFigures } from '../load/server-hook.ts'
import type { ServerProcess } from '../load/server-process.ts'
import { signIn } from '../load/sign-in.ts'
import { dropAll, settleIn, storm } from '../load/storm.ts'
import type { Follower, StormFindings } from '../load/storm.ts'
import { addFaults, noFaults } from '../method/faults.ts'
import { evenTimes } from '../method/schedule.ts'
import { headline } from '../result/headline.ts'
import type { Findings, Headline, Row } from '../result/findings.ts'
import { noFindings } from '../result/findings.ts'
import { allSeen, loopFigures } from './step-row.ts'

const CLIENTS = [1_000]
const CLIENTS_FULL = [1_000, 5_000, 10_000]
/** Messages that each has missed, by what happened to the server. */
const MISSED = { cut: [0, 20], killed: [20] }
const MISSED_FULL = { cut: [0, 20, 500], killed: [0, 20, 500] }
const HEADLINE_MISSED = 20
const MEMBERS = 50
/** In a room of their own, who do not drop. */
const BYSTANDERS = { members: 20, messagesPerSecond: 20 }

/** B08: everybody drops at once, misses some messages, and comes back as clients do. */
export async function resumeStorm(bench: Bench): Promise<Findings> {
  const findings = noFindings()
  const rows: Row[] = []
  for (const clients of sizesOf(bench.scale, CLIENTS, CLIENTS_FULL)) {
    await using rig = new Rig(bench)
    bench.progress(`B08, ${clients} clients: people come in`)
    const [aside, ...rooms] = await seedRooms(rig, { rooms: 1 + Math.ceil(clients / MEMBERS), members: MEMBERS })
    if (aside === undefined) throw new Error('There is no room for bystanders.')
    const scene = await Scene.open(bench, rig, { rooms, clients, aside })
    for (const how of ['cut', 'killed'] as const) {
      for (const missed of (bench.scale.isFull ? MISSED_FULL : MISSED)[how]) {
        bench.progress(`B08, ${clients} clients: ${missed} missed each, ${how}`)
        const { row, found } = await scene[how](missed)
        rows.push(row)
        if (how === 'killed' && missed === HEADLINE_MISSED) findings.headlines = [stormHeadline(row)]
        for (const [why, count] of found.retries) findings.warnings.push(`${row.name}: ${count} tries failed: ${why}`)
        findings.histograms[row.name] = found.caughtUp.buckets()
        findings.faults = addFaults(findings.faults, row.faults ?? noFaults())
      }
    }
  }
  return { ...findings, tables: [{ caption: 'Storms of reconnects: from the drop to when all have caught up', rows }] }
}

/** Of the largest crowd that was measured. */
function stormHeadline({ name, figures }: Row): Headline {
  return headline(`s until all have caught up: ${name}`, figures['all caught up s'] ?? Number.NaN, { must: 30, aim: 8 })
}

/** One server with its clients, over several storms. */
class Scene {
  readonly #bench: Bench
  readonly #rig: Rig
  readonly #rooms: readonly SeededRoom[]
  readonly #aside: SeededRoom
  readonly #followers: readonly Follower[]
  readonly #heads = new Map<RoomId, number>()
  #server: ServerProcess

  private constructor(
    bench: Bench,
    rig: Rig,
    rest: { rooms: readonly SeededRoom[]; aside: SeededRoom; followers: Follower[]; server: ServerProcess },
  ) {
    this.#bench = bench
    this.#rig = rig
    this.#rooms = rest.rooms
    this.#aside = rest.aside
    this.#followers = rest.followers
    this.#server = rest.server
    for (const { room, cursor } of rest.followers) this.#heads.set(room, cursor[0])
  }

  static async open(
    bench: Bench,
    rig: Rig,
    { rooms, clients, aside }: { rooms: SeededRoom[]; clients: number; aside: SeededRoom },
  ): Promise<Scene> {
    const server = await rig.startNatter()
    const people = rooms.flatMap(({ id, people: inside }) => inside.map((person) => ({ person, room: id })))
    const followers = await settleIn(server.port, people.slice(0, clients))
    return new Scene(bench, rig, { rooms, aside, followers, server })
  }

  /** Links are cut, the server stays; those who are not concerned should not notice. */
  async cut(missed: number): Promise<{ row: Row; found: StormFindings }> {
    const bystanders = await this.#bystanders()
    const before = await this.#talkAside(bystanders, this.#bench.scale.seconds)
    dropAll(this.#followers)
    await this.#post(missed)
    await this.#server.read()
    forgetPeak(this.#server.pid)
    const cpuBefore = this.#server.cpuMicros
    const [found, during] = await Promise.all([
      this.#storm(),
      this.#talkAside(bystanders, Math.max(2, this.#bench.scale.seconds)),
    ])
    const p99 = (step: Step): number => allSeen(step).quantileMs(0.99)
    const aside = { 'bystanders p99 before ms': p99(before), 'bystanders p99 during ms': p99(during) }
    const inside = { ...during.inside, ...(await this.#cpuSince(cpuBefore)) }
    const row = this.#row(found, { missed, how: 'links cut', aside, inside })
    const faults = bystanders.crowd.reconcile((room) => bystanders.crowd.rows[room]?.seats[0]?.received?.last ?? 0)
    bystanders.crowd.disconnect()
    return { row: { ...row, faults: addFaults(found.faults, faults) }, found }
  }

  /** The server goes with kill -9 and is started again at the same address. */
  async killed(missed: number): Promise<{ row: Row; found: StormFindings }> {
    dropAll(this.#followers)
    await this.#post(missed)
    const { port } = this.#server
    await this.#server.stop('SIGKILL')
    const startedAt = performance.now()
    const start = async (): Promise<number> => {
      this.#server = await this.#rig.startNatter(port)
      return (performance.now() - startedAt) / 1_000
    }
    const [found, listeningAfter] = await Promise.all([this.#storm(port), start()])
    const inside = await this.#server.read()
    return {
      row: this.#row(found, { missed, how: 'kill -9', aside: { 'listening after s': listeningAfter }, inside }),
      found,
    }
  }

  #storm(port = this.#server.port): Promise<StormFindings> {
    return storm(this.#followers, { port, headOf: (room) => this.#heads.get(room) ?? 0, bench: this.#bench })
  }

  /** The bystanders have read the meter in between. */
  async #cpuSince(before: number): Promise<{ cpuMicros: number }> {
    await this.#server.read()
    return { cpuMicros: this.#server.cpuMicros - before }
  }

  #row(
    { caughtUp, seconds, retries, faults }: StormFindings,
    rest: { missed: number; how: string; aside: Record<string, number>; inside: InsideFigures },
  ): Row {
    const { missed, how, aside, inside } = rest
    const clients = this.#followers.length
    return {
      name: `${clients.toLocaleString('en')} clients, ${missed} missed, ${how}`,
      figures: {
        'all caught up s': seconds,
        'p50 s': caughtUp.quantileMs(0.5) / 1_000,
        'p99 s': caughtUp.quantileMs(0.99) / 1_000,
        retries: [...retries.values()].reduce((sum, count) => sum + count, 0),
        'CPU-µs/client': inside.cpuMicros / clients,
        'peak RSS MiB': this.#server.peakRssBytes() / 2 ** 20,
        ...loopFigures(inside),
        ...aside,
      },
      faults,
    }
  }

  /** Somebody in each room writes what the others miss. */
  async #post(missed: number): Promise<void> {
    if (missed === 0) return
    for (const { id, people } of this.#rooms) {
      const [writer] = people
      if (writer === undefined) continue
      const { client } = await signIn({ port: this.#server.port, person: writer, rooms: {} })
      const asker = new Asker(client)
      const post = (index: number): Promise<string> => {
        const cid = `missed-${this.#heads.get(id)}-${index}`
        return asker.ask('message.send', { room: id, cid, text: messageText(performance.now()) })
      }
      const replies = await Promise.all(Array.from({ length: missed }, (_, index) => post(index)))
      const seqs = replies.map((reply) => Number(/"seq":(\d+)/.exec(reply)?.[1] ?? 0))
      if (seqs.includes(0))
        throw new Error(`A message was refused: ${replies.find((reply) => !reply.includes('"ok"'))}`)
      this.#heads.set(id, Math.max(...seqs))
      client.close()
    }
  }

  #bystanders(): Promise<NatterCrowd> {
    const room = { ...this.#aside, people: this.#aside.people.slice(0, BYSTANDERS.members) }
    return gatherIn(this.#rig, { server: this.#server, rooms: [room], shape: { isWatching: true } })
  }

  #talkAside({ crowd }: NatterCrowd, seconds: number): Promise<Step> {
    const times = evenTimes(BYSTANDERS.messagesPerSecond, seconds)
    return runOpen(crowd, { times, pick: (index) => [0, index % BYSTANDERS.members], bench: this.#bench })
  }
}
