import { Buffer } from 'node:buffer'

export const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

export interface FrameShape {
  opcode?: number
  /** Whether the message ends with this frame. */
  fin?: boolean
  /** The three reserved bits. */
  rsv?: number
  masked?: boolean
  /** Four bytes; zeros by default, which change nothing and are as good as any. */
  mask?: Uint8Array
  /** What the header says, if it lies. */
  declaredLength?: bigint
}

/** One WebSocket frame as a client sends it (RFC 6455, 5.2), or as it must not. */
export function clientFrame(payload: string | Uint8Array, shape: FrameShape = {}): Buffer {
  const { opcode = OPCODE.text, fin = true, rsv = 0, masked = true, mask } = shape
  const data = Buffer.from(payload as Uint8Array)
  const head = lengthBytes(shape.declaredLength ?? BigInt(data.length), masked)
  const first = (fin ? 0x80 : 0) | (rsv << 4) | opcode
  if (!masked) return Buffer.concat([Buffer.of(first), head, data])
  if (mask === undefined) return Buffer.concat([Buffer.of(first), head, Buffer.alloc(4), data])
  const hidden = data.map((byte, index) => byte ^ (mask[index % 4] ?? 0))
  return Buffer.concat([Buffer.of(first), head, mask, hidden])
}

/** One text in frames of these parts. */
export function fragments(parts: readonly (string | Uint8Array)[]): Buffer[] {
  return parts.map((part, index) =>
    clientFrame(part, { opcode: index === 0 ? OPCODE.text : OPCODE.continuation, fin: index === parts.length - 1 }),
  )
}

function lengthBytes(length: bigint, masked: boolean): Buffer {
  const mask = masked ? 0x80 : 0
  if (length < 126n) return Buffer.of(mask | Number(length))
  const bytes = Buffer.alloc(length < 65_536n ? 3 : 9)
  bytes[0] = mask | (length < 65_536n ? 126 : 127)
  if (length < 65_536n) bytes.writeUInt16BE(Number(length), 1)
  else bytes.writeBigUInt64BE(length, 1)
  return bytes
}
