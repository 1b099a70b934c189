/** Chance that a seed repeats. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from `least` to `most`, both inclusive. */
  between(least: number, most: number): number
  chance(probability: number): boolean
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T
  bytes(length: number): Uint8Array
}

/**
 * sfc32 by Chris Doty-Humphrey: 128 bits of state. Each use of chance has a stream of its own, named, so that leaving one
 * kind of fault out of a run changes nothing about the others.
 */
export function createRandom(seed: number, stream: string): Random {
  let [a, b, c, d] = seedWords(seed, stream)
  const word = (): number => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  for (let i = 0; i < 15; i++) word()
  const next = (): number => word() / 4_294_967_296
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick(list) {
      if (list.length === 0) throw new Error('There is nothing to pick from.')
      // The cast: the index is within the list.
      return list[Math.floor(next() * list.length)] as (typeof list)[number]
    },
    bytes: (length) => Uint8Array.from({ length }, () => word() & 255),
  }
}

/** Four words from seed and name: xmur3 over both. */
function seedWords(seed: number, stream: string): [number, number, number, number] {
  const text = `${seed} ${stream}`
  let mixed = 1_779_033_703 ^ text.length
  for (let i = 0; i < text.length; i++) {
    mixed = Math.imul(mixed ^ text.charCodeAt(i), 3_432_918_353)
    mixed = (mixed << 13) | (mixed >>> 19)
  }
  const draw = (): number => {
    mixed = Math.imul(mixed ^ (mixed >>> 16), 2_246_822_507)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 3_266_489_909)
    mixed ^= mixed >>> 16
    return mixed | 0
  }
  return [draw(), draw(), draw(), draw()]
}
