import { BOUNDS } from '@natter/protocol'
import type { CommandOf, ReadMark, RoomId } from '@natter/protocol'
import type { Commands } from './commands.ts'
import type { Environment } from './environment.ts'
import type { Requests } from './requests.ts'
import { markOf } from './room-entry.ts'
import type { Rooms } from './rooms.ts'

/** Marks go out at most this often, the newest of each room. */
const MARKS_EVERY_MS = 1_000
/** Read marks in one go; what is beyond waits for the next. */
const READS_AT_ONCE = 20

export interface MarksPorts {
  environment: Environment
  requests: Requests
  commands: Commands
  rooms: Rooms
}

/** Tells the server what was read and what has arrived: the newest of each room, once a second at most. */
export class Marks {
  readonly #ports: MarksPorts
  readonly #read = new Set<RoomId>()
  readonly #delivered = new Map<RoomId, number>()
  #cancelPause: (() => void) | undefined

  constructor(ports: MarksPorts) {
    this.#ports = ports
  }

  /** Everything up to `mark` was seen. Only forwards. */
  read(room: RoomId, mark: ReadMark): void {
    const { rooms } = this.#ports
    if (mark.seq <= markOf(rooms.entry(room)).seq) return
    rooms.setMark(room, { hoped: mark })
    this.#read.add(room)
    this.#flush()
  }

  /** Moves the mark to `seq` wherever it is now. */
  async force(room: RoomId, seq: number): Promise<void> {
    this.#read.delete(room)
    const mark = await this.#ports.commands.run('read', { room, seq, force: true })
    this.#ports.rooms.setMark(room, { mark, hoped: undefined })
  }

  /** Messages up to `seq` have reached this device. */
  delivered(room: RoomId, seq: number): void {
    if (!this.#delivered.has(room) && this.#delivered.size >= BOUNDS.syncRooms) return
    this.#delivered.set(room, seq)
    this.#flush()
  }

  connected(): void {
    this.#flush()
  }

  stop(): void {
    this.#cancelPause?.()
    this.#read.clear()
    this.#delivered.clear()
  }

  #flush(): void {
    const { requests, environment } = this.#ports
    if (this.#cancelPause !== undefined || !requests.isLive || this.#read.size + this.#delivered.size === 0) return
    this.#cancelPause = environment.setTimer(MARKS_EVERY_MS, () => {
      this.#cancelPause = undefined
      this.#flush()
    })
    for (const room of [...this.#read].slice(0, READS_AT_ONCE)) this.#sendRead(room)
    if (this.#delivered.size === 0) return
    const marks: CommandOf<'delivered'>['marks'] = Object.fromEntries(this.#delivered)
    this.#delivered.clear()
    // A lost one does no harm: the next one says more.
    requests.send('delivered', { marks }, () => undefined)
  }

  #sendRead(room: RoomId): void {
    const { requests, rooms } = this.#ports
    this.#read.delete(room)
    const { hoped } = rooms.entry(room)
    if (hoped === undefined) return
    requests.send('read', { room, seq: hoped.seq }, (answer) => {
      if ('ok' in answer) this.#isRead(room, hoped, answer.ok)
      else if (answer.error.code === 'network' || answer.error.retryAfterMs !== undefined) {
        this.#read.add(room)
        this.#flush()
      } else rooms.setMark(room, { hoped: undefined })
    })
  }

  /** The server has the mark. Where the user's own log has said so before, it may have said more since. */
  #isRead(room: RoomId, sent: ReadMark, told: ReadMark): void {
    const { rooms } = this.#ports
    const { mark, hoped } = rooms.entry(room)
    if (hoped === undefined) return
    const isFurther = hoped.seq > sent.seq
    rooms.setMark(room, { mark: told.seq > mark.seq ? told : mark, ...(isFurther ? {} : { hoped: undefined }) })
    // A message of one's own has moved it on meanwhile, and the server may have had the message before the mark.
    if (isFurther) this.#read.add(room)
    this.#flush()
  }
}
