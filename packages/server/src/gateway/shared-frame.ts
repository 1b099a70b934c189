import type { RoomId } from '@natter/protocol'

/** One JSON text on its way to many sockets: encoded for each kind of transport at most once, however many receive it. */
export class SharedFrame {
  /** This frame and no other, as a list that all who wait for just this one share. */
  readonly alone: readonly SharedFrame[] = [this]
  readonly json: string
  /** UTF-8. */
  readonly bytes: number
  /** Where it stands, if it is an event of a room's log: such a one can be asked for again. */
  readonly room: RoomId | undefined
  readonly seq: number
  #websocket: Buffer | undefined
  #line: Buffer | undefined

  constructor(json: string, room?: RoomId, seq = 0) {
    this.json = json
    this.bytes = Buffer.byteLength(json)
    this.room = room
    this.seq = seq
  }

  /** The text as a complete, unmasked, final WebSocket text frame (RFC 6455 section 5.2). */
  get websocket(): Buffer {
    this.#websocket ??= textFrame(this.json, this.bytes)
    return this.#websocket
  }

  /** The text as one line of a stream. */
  get line(): Buffer {
    this.#line ??= Buffer.from(`${this.json}\n`)
    return this.#line
  }
}

const FIN_TEXT = 0x81

function textFrame(text: string, length: number): Buffer {
  const headerLength = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafeSlow(headerLength + length)
  frame[0] = FIN_TEXT
  if (headerLength === 2) frame[1] = length
  else if (headerLength === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.write(text, headerLength, 'utf8')
  return frame
}
