import { createRandom } from '../../sim/world/random.ts'
import type { Scene } from '../place/scene.ts'
import { bytesCase, noiseCase } from './bytes-case.ts'
import { framesCase } from './frames-case.ts'
import type { CaseContext, FuzzCase } from './fuzz-case.ts'
import { handshakeCase } from './handshake-case.ts'
import { jsonCase } from './json-case.ts'

const KINDS: ((context: CaseContext) => FuzzCase)[] = [
  jsonCase,
  jsonCase,
  framesCase,
  framesCase,
  bytesCase,
  handshakeCase,
  noiseCase,
]

/** A case follows from the seed and its number, but for the ids of what is there. */
export function makeCase(seed: number, index: number, scene: Scene): FuzzCase {
  const random = createRandom(seed, `case ${index}`)
  return random.pick(KINDS)({ index, scene, random })
}
