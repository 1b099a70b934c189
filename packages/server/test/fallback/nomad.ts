import assert from 'node:assert/strict'
import { CURSOR_START } from '@natter/protocol'
import type { CatchUpOrRefusal, Cursor, HelloReply, RoomId } from '@natter/protocol'
import type { Client, Said } from '../gateway/client.ts'
import type { House, Person } from '../gateway/house.ts'
import { openStream, startPoll } from './visitor.ts'
import type { Poll, Stream } from './visitor.ts'

export type Way = 'websocket' | 'stream' | 'poll'

/** One way to the server; nothing is heard of one that was left. */
type Road =
  | { way: 'none' }
  | { way: 'websocket'; client: Client; read: number }
  | { way: 'stream'; stream: Stream | undefined; read: number }
  | { way: 'poll'; poll: Poll | undefined }

/** A client that holds two cursors and nothing else, and takes any way to the server that it is told to. */
export class Nomad {
  readonly person: Person
  /** The room's events in the order in which they came. */
  readonly seen: number[] = []
  /** Whether an event may reach this person by now. */
  mayHear: (seq: number) => boolean = () => true
  readonly #there: House
  readonly #room: RoomId
  #way: Way
  #road: Road = { way: 'none' }
  #cursor: Cursor = CURSOR_START
  #user: Cursor | null = null
  /** The room could be opened when it was last asked for. */
  #isIn = true

  constructor(there: House, person: Person, room: RoomId, way: Way) {
    this.#there = there
    this.person = person
    this.#room = room
    this.#way = way
  }

  get cursor(): Cursor {
    return this.#cursor
  }

  /** Leaves the way it is on, whatever is under way there, and takes another. */
  go(way: Way = this.#way): void {
    this.#leave()
    this.#way = way
    const { gateway } = this.#there
    const hello = { user: this.#user, rooms: { [this.#room]: this.#cursor } }
    if (way === 'websocket') {
      const client = this.#there.stranger()
      client.send('hello', { version: 1, token: this.person.token, ...hello })
      this.#road = { way, client, read: 0 }
    } else if (way === 'stream') {
      const road: Road = { way, stream: undefined, read: 0 }
      this.#road = road
      void openStream({ gateway }, this.person, hello).then((stream) => {
        if (this.#road === road) road.stream = stream
        else stream.cancel()
      })
    } else {
      const road: Road = { way, poll: undefined }
      this.#road = road
      void startPoll({ gateway }, this.person, hello, 25_000).then((poll) => {
        if (this.#road === road) road.poll = poll
        else poll.wire.leave()
      })
    }
  }

  /** Takes what has come, and comes back where the server ended it. */
  catchUp(): void {
    const road = this.#road
    if (road.way === 'none') this.go()
    else if (road.way === 'websocket') this.#hearSocket(road)
    else if (road.way === 'stream') this.#hearStream(road)
    else this.#hearPoll(road)
  }

  #leave(): void {
    const road = this.#road
    if (road.way === 'websocket') road.client.vanish()
    else if (road.way === 'stream') road.stream?.cancel()
    else if (road.way === 'poll') road.poll?.wire.leave()
    this.#road = { way: 'none' }
  }

  #hearSocket(road: Road & { way: 'websocket' }): void {
    const { said, closed } = road.client
    for (; road.read < said.length && this.#road === road; road.read++) {
      const each = said[road.read]
      if (each === undefined) continue
      if (!('re' in each)) this.#take(each)
      else if ('ok' in each) this.#greeted(each.ok as HelloReply)
    }
    if (closed !== undefined && this.#road === road) this.go()
  }

  #hearStream(road: Road & { way: 'stream' }): void {
    const { stream } = road
    if (stream === undefined) return
    const lines = stream.first === undefined ? [] : [stream.first, ...stream.said]
    for (; road.read < lines.length && this.#road === road; road.read++) {
      if (road.read === 0) this.#greeted(stream.first)
      else this.#take(lines[road.read] as Said)
    }
    if ((stream.isOver || stream.refused !== undefined) && this.#road === road) this.go()
  }

  #hearPoll(road: Road & { way: 'poll' }): void {
    const ok = road.poll?.ok()
    const refused = road.poll?.refused()
    if (ok === undefined && refused === undefined) return
    if (ok !== undefined) this.#greeted(ok)
    if (this.#road === road) this.go()
  }

  #greeted({ user, rooms }: HelloReply): void {
    this.#takePart(rooms[this.#room])
    if (user.mode === 'reset') {
      this.#user = user.upTo
      return
    }
    for (const { seq } of user.events) this.#takeInbox(seq)
    this.#user = user.upTo
    if (!this.#isIn && user.events.some((each) => each.type === 'inbox.roomAdded' && each.room === this.#room))
      this.go()
  }

  #takePart(part: CatchUpOrRefusal | undefined): void {
    this.#isIn = part !== undefined && 'mode' in part
    if (part === undefined || !('mode' in part)) return
    assert.equal(part.mode, 'delta', 'nothing here is far enough behind to start anew')
    for (const { seq, ref } of part.events) this.#takeEvent(seq, ref)
    assert.deepEqual(this.#cursor, part.upTo)
  }

  #take(said: Said): void {
    if (!('type' in said) || !('ref' in said)) return
    if (said.type.startsWith('inbox.')) {
      if (said.seq <= (this.#user?.[0] ?? 0)) return
      this.#takeInbox(said.seq)
      this.#user = [said.seq, said.ref]
      if (said.type === 'inbox.roomAdded' && said.room === this.#room) this.go()
    } else if ('room' in said && said.room === this.#room) this.#takeEvent(said.seq, said.ref)
  }

  #takeInbox(seq: number): void {
    assert.equal(seq, (this.#user?.[0] ?? 0) + 1, 'a hole, a double or a wrong order in the user log')
    this.#user = [seq, '']
  }

  #takeEvent(seq: number, ref: string): void {
    assert.equal(seq, this.#cursor[0] + 1, 'a hole, a double or a wrong order')
    assert.ok(this.mayHear(seq), `${seq} came after the removal`)
    this.#cursor = [seq, ref]
    this.seen.push(seq)
  }
}
