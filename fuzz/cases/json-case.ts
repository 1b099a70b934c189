import { Buffer } from 'node:buffer'
import { BAD_VALUES } from '../../packages/protocol/test/mutations.ts'
import { clientFrame } from '../../packages/server/test/bad-input/client-frame.ts'
import type { Random } from '../../sim/world/random.ts'
import { conversation } from './conversation.ts'
import { BARRIER_ID } from './fuzz-case.ts'
import type { CaseContext, FuzzCase } from './fuzz-case.ts'
import { inPieces } from './in-pieces.ts'

const RAW_VALUES = Object.values(BAD_VALUES)
const CHANGES_MAX = 3

/** Good frames whose JSON says what it should not. */
export function jsonCase(context: CaseContext): FuzzCase {
  const { random } = context
  const { upgrade, texts } = conversation(context)
  const changed = new Map(
    [...texts].map(([id, text]) => [
      id,
      id === BARRIER_ID || (id === 1 && random.chance(0.9)) ? text : changedText(text, random),
    ]),
  )
  const frames = [...changed.values()].map((text) => clientFrame(text))
  return {
    kind: 'json',
    writes: inPieces(Buffer.concat([Buffer.from(upgrade), ...frames]), random),
    ending: random.chance(0.9) ? 'wait' : 'cut',
    texts: changed,
  }
}

/** The text with at most three things wrong in it, or none. */
export function changedText(text: string, random: Random): string {
  let changed = text
  for (let change = random.between(0, CHANGES_MAX); change > 0; change--)
    changed = random.pick(CHANGES)(changed, random)
  return changed
}

type Change = (text: string, random: Random) => string

const CHANGES: Change[] = [
  // Another value in the place of one.
  (text, random) =>
    replaceOne(text, /(?<=:)("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)/g, random.pick(RAW_VALUES), random),
  (text, random) =>
    replaceOne(text, /(?<=[:[,])("(?:[^"\\]|\\.)*"|-?\d+|true|false|null)/g, random.pick(RAW_VALUES), random),
  // Another key.
  (text, random) =>
    replaceOne(
      text,
      /"\w+"(?=:)/g,
      random.pick(['"__proto__"', '"id"', '"type"', '"re"', '""', '"text"', '"cid"']),
      random,
    ),
  // A part of it gone, doubled or put elsewhere.
  (text, random) => replaceOne(text, /"\w+":("(?:[^"\\]|\\.)*"|\d+|true|false|null),?/g, '', random),
  (text, random) => {
    const from = random.between(0, text.length)
    const part = text.slice(from, from + random.between(1, 40))
    const to = random.between(0, text.length)
    return text.slice(0, to) + part + text.slice(to)
  },
  (text, random) => text.slice(0, random.between(0, text.length)),
  (text, random) => `${text}${random.pick(['}', '{}', ',', '\0', ' ', '\n'.repeat(1_000), '"', ']'])}`,
  // Nested, and in a list.
  (text, random) => `${'['.repeat(random.between(1, 40))}${text}`,
  (text) => `[${text}]`,
  // One letter another.
  (text, random) => {
    const at = random.between(0, text.length - 1)
    return text.slice(0, at) + String.fromCharCode(random.between(1, 0x2fff)) + text.slice(at + 1)
  },
]

function replaceOne(text: string, pattern: RegExp, by: string, random: Random): string {
  const found = [...text.matchAll(pattern)]
  if (found.length === 0) return text
  const { index, 0: whole } = random.pick(found)
  return text.slice(0, index) + by + text.slice(index + whole.length)
}
