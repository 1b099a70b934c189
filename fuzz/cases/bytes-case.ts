import { Buffer } from 'node:buffer'
import { clientFrame } from '../../packages/server/test/bad-input/client-frame.ts'
import type { Random } from '../../sim/world/random.ts'
import { conversation } from './conversation.ts'
import type { CaseContext, FuzzCase } from './fuzz-case.ts'
import { inPieces } from './in-pieces.ts'

const CHANGES_MAX = 6

/** A good conversation whose bytes, from some place on, are flipped, cut, repeated and put elsewhere. */
export function bytesCase(context: CaseContext): FuzzCase {
  const { random } = context
  const { upgrade, texts } = conversation(context)
  const frames = [...texts.values()].map((text) => clientFrame(text, { mask: random.bytes(4) }))
  // Mostly the frames: few handshakes survive a change.
  const head = Buffer.from(upgrade)
  const isWhole = random.chance(0.2)
  const bytes = changedBytes(Buffer.concat(isWhole ? [head, ...frames] : frames), random)
  const all = isWhole ? bytes : Buffer.concat([head, bytes])
  return { kind: 'bytes', writes: inPieces(all, random), ending: random.chance(0.7) ? 'wait' : 'cut', texts: new Map() }
}

/** Nothing but chance, with or without a good beginning. */
export function noiseCase({ random, scene }: CaseContext): FuzzCase {
  const noise = random.bytes(random.between(1, random.pick([10, 1_000, 100_000])))
  const hello = clientFrame(JSON.stringify({ id: 1, type: 'hello', version: 1, token: scene.guest.token }))
  const beginning = random.pick([[], [Buffer.from(conversation({ index: 0, scene, random }).upgrade)], [hello]])
  return {
    kind: 'noise',
    writes: inPieces(Buffer.concat([...beginning, noise]), random),
    ending: random.pick(['wait', 'cut']),
    texts: new Map(),
  }
}

export function changedBytes(bytes: Uint8Array, random: Random): Buffer {
  let changed: Buffer = Buffer.from(bytes)
  for (let change = random.between(1, CHANGES_MAX); change > 0; change--)
    changed = random.pick(CHANGES)(changed, random)
  return changed
}

type Change = (bytes: Buffer, random: Random) => Buffer

const CHANGES: Change[] = [
  (bytes, random) => {
    const flipped = Buffer.from(bytes)
    const at = random.between(0, Math.max(0, bytes.length - 1))
    flipped[at] = (flipped[at] ?? 0) ^ (1 << random.between(0, 7))
    return flipped
  },
  (bytes, random) => {
    const changed = Buffer.from(bytes)
    changed[random.between(0, Math.max(0, bytes.length - 1))] = random.pick([
      0, 1, 0x7e, 0x7f, 0x80, 0xfe, 0xff, 10, 13,
    ])
    return changed
  },
  (bytes, random) => bytes.subarray(0, random.between(0, bytes.length)),
  (bytes, random) => {
    const [from, to] = span(bytes, random)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  (bytes, random) => {
    const [from, to] = span(bytes, random)
    const at = random.between(0, bytes.length)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at)])
  },
  (bytes, random) => {
    const [from, to] = span(bytes, random)
    const part = bytes.subarray(from, to)
    return Buffer.concat([
      bytes.subarray(0, from),
      ...Array.from({ length: random.between(2, 20) }, () => part),
      bytes.subarray(to),
    ])
  },
  (bytes, random) => {
    const at = random.between(0, bytes.length)
    return Buffer.concat([bytes.subarray(0, at), random.bytes(random.between(1, 50)), bytes.subarray(at)])
  },
]

function span(bytes: Buffer, random: Random): [from: number, to: number] {
  const from = random.between(0, bytes.length)
  return [from, Math.min(bytes.length, from + random.between(1, 200))]
}
