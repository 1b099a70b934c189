import type { Latencies } from '../method/latencies.ts'
import { addFaults, noFaults, sumFaults } from '../method/faults.ts'
import type { Faults } from '../method/faults.ts'
import { dueAtIn } from './message-text.ts'
import type { Row, Seat } from './seat.ts'
import { postedSeq, replyId } from './server-frames.ts'
import type { ServerProcess } from './server-process.ts'

/** One message to be posted. */
export interface Post {
  id: number
  room: number
  seat: number
  dueAt: number
}

/** How one kind of server is spoken to. */
export interface Speech {
  name: string
  /** Whether it answers a post. */
  answers: boolean
  frame(post: Post): Buffer
  /** False: this is no acknowledgement of a message that was written just now. */
  acknowledged(post: Post, reply: Buffer): boolean
}

/** Where ages are written down while a step is measured. */
export interface Recording {
  /** By room: of what the probes have seen. */
  seen: Latencies[]
  acked: Latencies
}

/** Sockets in rooms of one server: posts, and follows each message until everybody has it. */
export class Crowd {
  readonly server: ServerProcess
  readonly rows: Row[]
  readonly speech: Speech
  recording: Recording | undefined
  /** Called when everybody in the room has one of its messages; where nobody watches, when it is acknowledged. */
  onDone: (room: number) => void = () => {}
  deliveries = 0
  frames = 0
  /** Length of the last event that was delivered. */
  eventBytes = 0
  lastDoneAt = 0
  #faults = noFaults()
  #nextId = 2
  readonly #unanswered = new Map<number, Post>()
  #undelivered = 0

  constructor(server: ServerProcess, speech: Speech, seats: Seat[][]) {
    this.server = server
    this.speech = speech
    this.rows = seats.map((each) => ({ seats: each, unseen: new Map(), posts: 0 }))
    this.rows.forEach(({ seats: ofRoom }, room) => {
      for (const seat of ofRoom) this.#listen(room, seat)
    })
  }

  /** Messages that somebody lacks or that are not answered yet. */
  get outstanding(): number {
    return Math.max(this.#undelivered, this.#unanswered.size)
  }

  get reads(): number {
    return this.rows.reduce((sum, { seats }) => sum + seats.reduce((inRow, { client }) => inRow + client.reads, 0), 0)
  }

  post(room: number, seat: number, dueAt: number): void {
    const row = this.rows[room]
    const sender = row?.seats[seat]
    if (row === undefined || sender === undefined) throw new Error(`Nobody sits at ${seat} of room ${room}.`)
    const post = { id: this.#nextId++, room, seat, dueAt }
    row.posts++
    if (this.speech.answers) this.#unanswered.set(post.id, post)
    if (sender.received !== undefined) this.#undelivered++
    sender.client.sendFrames(this.speech.frame(post))
  }

  /** What went wrong, given the heads of the rooms once all is quiet. */
  reconcile(headOf: (room: number) => number): Faults {
    const ofSeats = this.rows.flatMap(({ seats }, room) =>
      seats.map(({ received }) => received?.reconcile(headOf(room)) ?? noFaults()),
    )
    return addFaults(sumFaults(ofSeats), { ...this.#faults, lost: this.#unanswered.size })
  }

  /** Leaves, so that the end of the server is not taken for a fault. */
  disconnect(): void {
    for (const { seats } of this.rows) for (const { client } of seats) client.close()
  }

  #listen(room: number, seat: Seat): void {
    seat.client.onClose(() => void this.#faults.refused++)
    seat.client.onText((frame) => {
      this.frames++
      const seq = postedSeq(frame)
      if (seq > 0) return this.#delivered(room, seat, { seq, frame })
      const post = this.#unanswered.get(replyId(frame))
      if (post !== undefined) this.#answered(post, frame)
    })
  }

  #delivered(room: number, { received, isProbe }: Seat, { seq, frame }: { seq: number; frame: Buffer }): void {
    const row = this.rows[room]
    if (received === undefined || row === undefined) return
    received.take(seq)
    this.deliveries++
    this.eventBytes = frame.length
    if (isProbe && this.recording !== undefined) this.recording.seen[room]?.record(performance.now() - dueAtIn(frame))
    const left = (row.unseen.get(seq) ?? row.seats.length) - 1
    if (left > 0) return void row.unseen.set(seq, left)
    row.unseen.delete(seq)
    this.#undelivered--
    this.#done(room)
  }

  #answered(post: Post, reply: Buffer): void {
    this.#unanswered.delete(post.id)
    if (!this.speech.acknowledged(post, reply)) this.#faults.refused++
    this.recording?.acked.record(performance.now() - post.dueAt)
    if (this.rows[post.room]?.seats[post.seat]?.received === undefined) this.#done(post.room)
  }

  #done(room: number): void {
    this.lastDoneAt = performance.now()
    this.onDone(room)
  }
}
