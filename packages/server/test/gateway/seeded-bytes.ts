/** Bytes that follow from the seed, for ids and chance in tests: xorshift32 (Marsaglia, 2003). */
export function seededBytes(seed: number): (bytes: number) => Uint8Array {
  let state = seed | 1
  return (bytes) =>
    Uint8Array.from({ length: bytes }, () => {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      return (state >>> 8) & 0xff
    })
}
