import type { Buffer } from 'node:buffer'

export interface ServerFrame {
  opcode: number
  /** Whole, without reserved bits and mask: as a server has to send. */
  isPlain: boolean
  payload: Buffer
}

/** Takes whole frames off the front of what a server has sent so far; servers do not mask. */
export function takeFrames(bytes: Buffer): { frames: ServerFrame[]; rest: Buffer } {
  const frames: ServerFrame[] = []
  let rest = bytes
  for (let taken = takeFrame(rest); taken !== undefined; taken = takeFrame(rest)) {
    frames.push(taken.frame)
    rest = taken.rest
  }
  return { frames, rest }
}

function takeFrame(bytes: Buffer): { frame: ServerFrame; rest: Buffer } | undefined {
  if (bytes.length < 2) return undefined
  const [first = 0, second = 0] = bytes
  const short = second & 0x7f
  const start = short === 126 ? 4 : short === 127 ? 10 : 2
  if (bytes.length < start) return undefined
  const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
  if (bytes.length < start + length) return undefined
  const payload = bytes.subarray(start, start + length)
  const isPlain = (first & 0xf0) === 0x80 && second < 128
  return { frame: { opcode: first & 0x0f, isPlain, payload }, rest: bytes.subarray(start + length) }
}
