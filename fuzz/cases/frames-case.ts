import { Buffer } from 'node:buffer'
import { clientFrame } from '../../packages/server/test/bad-input/client-frame.ts'
import type { FrameShape } from '../../packages/server/test/bad-input/client-frame.ts'
import type { Random } from '../../sim/world/random.ts'
import { conversation } from './conversation.ts'
import type { CaseContext, FuzzCase } from './fuzz-case.ts'
import { inPieces } from './in-pieces.ts'

interface Frame {
  payload: Uint8Array
  shape: FrameShape
}

const LENGTHS = [
  0n,
  1n,
  125n,
  126n,
  127n,
  65_535n,
  65_536n,
  131_072n,
  131_073n,
  2n ** 31n,
  2n ** 32n,
  2n ** 53n,
  2n ** 63n,
  2n ** 64n - 1n,
]
const CHANGES_MAX = 4

/** Good texts in frames that lie: about their kind, their length, their end. */
export function framesCase(context: CaseContext): FuzzCase {
  const { random } = context
  const { upgrade, texts } = conversation(context)
  let frames = [...texts.values()].map((text): Frame => ({
    payload: Buffer.from(text),
    shape: { mask: random.bytes(4) },
  }))
  for (let change = random.between(1, CHANGES_MAX); change > 0; change--) frames = random.pick(CHANGES)(frames, random)
  const bytes = Buffer.concat([
    Buffer.from(upgrade),
    ...frames.map(({ payload, shape }) => clientFrame(payload, shape)),
  ])
  return {
    kind: 'frames',
    writes: inPieces(bytes, random),
    ending: random.chance(0.85) ? 'wait' : 'cut',
    texts: new Map(),
  }
}

type Change = (frames: Frame[], random: Random) => Frame[]

/** Changes one frame. */
function one(change: (frame: Frame, random: Random) => Frame[]): Change {
  return (frames, random) => {
    const at = random.between(0, frames.length - 1)
    return frames.flatMap((frame, index) => (index === at ? change(frame, random) : [frame]))
  }
}

const reshaped = ({ payload, shape }: Frame, more: FrameShape): Frame => ({ payload, shape: { ...shape, ...more } })

const CHANGES: Change[] = [
  one((frame, random) => [reshaped(frame, { opcode: random.between(0, 15) })]),
  one((frame, random) => [reshaped(frame, { rsv: random.between(1, 7) })]),
  one((frame) => [reshaped(frame, { fin: false })]),
  one((frame) => [reshaped(frame, { masked: false })]),
  one((frame, random) => [reshaped(frame, { declaredLength: random.pick(LENGTHS) })]),
  one((frame, random) => [
    reshaped(frame, { declaredLength: BigInt(Math.max(0, frame.payload.length + random.between(-3, 3))) }),
  ]),
  // In fragments, with something between them.
  one((frame, random) => {
    const at = random.between(0, frame.payload.length)
    const between = random.chance(0.5) ? [control(random)] : []
    return [
      { payload: frame.payload.subarray(0, at), shape: { ...frame.shape, fin: false } },
      ...between,
      { payload: frame.payload.subarray(at), shape: { ...frame.shape, opcode: 0 } },
    ]
  }),
  one((frame, random) =>
    Array.from({ length: random.between(2, 300) }, () => reshaped(frame, { opcode: 0, fin: random.chance(0.1) })),
  ),
  one((frame, random) => [control(random), frame]),
  one((frame, random) => [frame, ...Array.from({ length: random.between(1, 80) }, () => control(random))]),
  one((frame) => [frame, frame]),
  one(() => []),
  one((frame, random) => [
    { ...frame, payload: Buffer.concat([frame.payload, random.bytes(random.between(0, 70_000))]) },
  ]),
  (frames, random) => {
    const at = random.between(0, frames.length - 1)
    return [...frames.slice(at), ...frames.slice(0, at)]
  },
  (frames, random) => [...frames, ...frames.slice(random.between(0, frames.length))],
]

function control(random: Random): Frame {
  const opcode = random.pick([8, 9, 10])
  return {
    payload: random.bytes(random.pick([0, 1, 2, 3, 124, 125, 126, 200])),
    shape: { opcode, fin: random.chance(0.95) },
  }
}
