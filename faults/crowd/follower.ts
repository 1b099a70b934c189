import type { CatchUpOrRefusal, Cursor, DurableEvent, HelloReply, RoomId } from '@natter/protocol'
import type { HistoryRecord } from '@natter/protocol/history'
import type { Seeded } from '../../bench/load/seed.ts'
import { rowOf } from '../../packages/server/src/adapters/sqlite/read-final-logs.ts'
import { connectRaw } from '../../packages/server/test/process/raw-client.ts'
import type { RawClient } from '../../packages/server/test/process/raw-client.ts'

/** Follows rooms over any number of bare connections and writes down all that comes, as the checker reads it. */
export class Follower {
  readonly records: HistoryRecord[] = []
  readonly #name: string
  readonly #person: Seeded
  readonly #cursors: Record<RoomId, Cursor | null>
  #connections = 0
  #waiting: { room: RoomId; seq: number; resolve: () => void }[] = []

  constructor(name: string, person: Seeded, rooms: readonly RoomId[]) {
    this.#name = name
    this.#person = person
    this.#cursors = Object.fromEntries(rooms.map((room) => [room, null]))
  }

  connect(url: string): Promise<RawClient> {
    const conn = `${this.#name}/${++this.#connections}`
    const rooms = { ...this.#cursors }
    for (const [room, from] of entries(rooms))
      this.records.push({ ...this.#line(room), op: 'resume', phase: 'invoke', conn, id: `${conn} ${room}`, from })
    return connectRaw({
      url,
      token: this.#person.token,
      rooms,
      greeted: (hello) => this.#greeted(conn, hello),
      heard: (event) => this.#heard(conn, event),
    })
  }

  /** Resolves once everything up to `seq` has come. */
  reached(room: RoomId, seq: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ room, seq, resolve })
      this.#look()
    })
  }

  #greeted(conn: string, { rooms }: HelloReply): void {
    for (const [room, part] of entries(rooms)) this.#caughtUp(conn, room, part)
    this.#look()
  }

  #caughtUp(conn: string, room: RoomId, part: CatchUpOrRefusal): void {
    const line = { ...this.#line(room), op: 'resume', conn, id: `${conn} ${room}` } as const
    if ('error' in part) return void this.records.push({ ...line, phase: 'fail' })
    const [seq, ref] = part.upTo
    const rows = part.mode === 'delta' ? part.events.map(rowOf) : []
    this.records.push({ ...line, phase: 'ok', mode: part.mode, seq, ref, rows })
    this.#cursors[room] = part.upTo
  }

  #heard(conn: string, event: DurableEvent): void {
    const { room, seq, ref } = event
    this.records.push({ ...this.#line(room), ...rowOf(event), op: 'recv', phase: 'ok', conn })
    this.#cursors[room] = [seq, ref]
    this.#look()
  }

  #line(room: RoomId): Pick<HistoryRecord, 't' | 'proc' | 'user' | 'room'> {
    return { t: performance.now(), proc: this.#name, user: this.#person.id, room }
  }

  #look(): void {
    const isHere = ({ room, seq }: { room: RoomId; seq: number }): boolean => (this.#cursors[room]?.[0] ?? 0) >= seq
    for (const { resolve } of this.#waiting.filter(isHere)) resolve()
    this.#waiting = this.#waiting.filter((each) => !isHere(each))
  }
}

/** The cast: keys of objects are strings to the compiler. */
function entries<T>(byRoom: Record<RoomId, T>): [RoomId, T][] {
  return Object.entries(byRoom) as [RoomId, T][]
}
