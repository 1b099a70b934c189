import assert from 'node:assert/strict'
import type { CatchUp, Cursor, HelloReply, RoomId, SyncReply } from '@natter/protocol'
import type { Client, Said } from './client.ts'

/** One room as a client sees it that believes what it is told, and checks that it may. */
export class Reader {
  readonly client: Client
  readonly #room: RoomId
  readonly #asked = new Map<number, { cursor: Cursor | null; isCancelled: boolean }>()
  readonly #closing = new Set<number>()
  readonly #synced = new Map<number, Cursor | undefined>()
  #read = 0
  /** At level full: everything up to here has come. */
  cursor: Cursor | undefined
  /** The highest head that it was told of, at any level. */
  knownSeq = 0
  /** Where it stands in its own user log. */
  inboxSeq = 0
  /** Events that came while the room was open: for the check against who was a member when. */
  readonly live: number[] = []
  readonly moved: number[] = []
  isFull = false

  constructor(client: Client, room: RoomId, helloId: number, cursor: Cursor | null | undefined) {
    this.client = client
    this.#room = room
    if (cursor !== undefined) this.#asked.set(helloId, { cursor, isCancelled: false })
  }

  open(cursor: Cursor | null): void {
    const id = this.client.send('room.open', { room: this.#room, cursor })
    this.#asked.set(id, { cursor, isCancelled: false })
  }

  /** Asks what it has missed, which changes nothing here. */
  sync(): void {
    this.#synced.set(this.client.send('sync', { rooms: { [this.#room]: this.cursor ?? null } }), this.cursor)
  }

  close(): void {
    for (const asked of this.#asked.values()) asked.isCancelled = true
    this.#closing.add(this.client.send('room.close', { room: this.#room }))
  }

  /** Takes what has been said since the last time. */
  catchUp(): void {
    const said = this.client.said
    for (const each of said.slice(this.#read)) this.#take(each)
    this.#read = said.length
  }

  #take(said: Said): void {
    if ('re' in said) {
      if ('ok' in said && said.re !== null) this.#answered(said.re, said.ok)
    } else if (!('type' in said)) return
    else if (said.type.startsWith('inbox.')) this.#takeInbox(said)
    else if (said.type === 'room.moved' && said.room === this.#room) {
      this.moved.push(said.seq)
      this.#knows(said.seq)
    } else if ('ref' in said && 'room' in said && said.room === this.#room) {
      this.#takeEvent(said.seq, said.ref)
      // Out of the room is off the screen; coming back begins at level digest.
      if (said.type === 'member.left' && said.user === this.client.connection.actor?.user.id) this.isFull = false
    }
  }

  #answered(id: number, ok: unknown): void {
    if (this.#closing.delete(id)) this.isFull = false
    if (this.#synced.has(id)) {
      const part = (ok as SyncReply).rooms[this.#room]
      if (part !== undefined && 'mode' in part) checkDelta(part, this.#synced.get(id))
    }
    const asked = this.#asked.get(id)
    this.#asked.delete(id)
    if (id === 1) {
      const hello = ok as HelloReply
      this.inboxSeq = hello.user.upTo[0]
      this.#knows(hello.digest.find(([room]) => room === this.#room)?.[1] ?? 0)
      const part = hello.rooms[this.#room]
      if (part !== undefined && 'mode' in part && asked !== undefined) this.#begin(part, asked)
    } else if (asked !== undefined) this.#begin(ok as CatchUp, asked)
  }

  #begin(catchUp: CatchUp, { cursor, isCancelled }: { cursor: Cursor | null; isCancelled: boolean }): void {
    checkDelta(catchUp, cursor)
    this.#knows(catchUp.upTo[0])
    if (isCancelled) return
    this.isFull = true
    this.cursor = catchUp.upTo
  }

  #takeEvent(seq: number, ref: string): void {
    assert.ok(this.isFull && this.cursor !== undefined, `event ${seq} came while the room was closed`)
    assert.equal(seq, this.cursor[0] + 1, 'a hole, a double or a wrong order')
    this.cursor = [seq, ref]
    this.live.push(seq)
    this.#knows(seq)
  }

  #takeInbox(said: Said): void {
    assert.ok('seq' in said)
    if (said.seq <= this.inboxSeq) return
    assert.equal(said.seq, this.inboxSeq + 1, 'a hole in the user log')
    this.inboxSeq = said.seq
    if (!('room' in said) || said.room !== this.#room) return
    if ('details' in said && said.details !== undefined && said.type === 'inbox.roomAdded')
      this.#knows(said.details.head[0])
  }

  #knows(seq: number): void {
    this.knownSeq = Math.max(this.knownSeq, seq)
  }
}

/** Everything after the cursor, once and in order. */
function checkDelta(catchUp: CatchUp, cursor: Cursor | null | undefined): void {
  if (catchUp.mode !== 'delta') return
  const from = cursor?.[0] ?? 0
  assert.deepEqual(
    catchUp.events.map(({ seq }) => seq),
    Array.from({ length: catchUp.upTo[0] - from }, (_, index) => from + 1 + index),
  )
}
