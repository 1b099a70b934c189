const ID_BYTES = 16

/** 128 random bits: names a tab, or a write for ever. */
export function newId(randomBytes: (length: number) => Uint8Array): string {
  return [...randomBytes(ID_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
