import { argon2Sync, timingSafeEqual } from 'node:crypto'

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456
const PASSES = 2
const LANES = 1
const TAG_BYTES = 32
export const NONCE_BYTES = 16

/** What a stored hash may ask for at most, so that a forged one costs no more than a real one could. */
const MEMORY_KIB_MAX = 262_144
const PASSES_MAX = 16
const LANES_MAX = 16

interface Encoded {
  memory: number
  passes: number
  parallelism: number
  nonce: Buffer
  tag: Buffer
}

/** A hash of a password in the PHC string format: `$argon2id$v=19$m=…,t=…,p=…$nonce$tag`. Takes about 50 ms of the thread. */
export function hashPassword(password: string, nonce: Uint8Array): string {
  const cost = { memory: MEMORY_KIB, passes: PASSES, parallelism: LANES }
  const tag = derive(password, { ...cost, nonce, tagLength: TAG_BYTES })
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(nonce)}$${unpadded(tag)}`
}

/** Whether the password is the one that was hashed. Throws if `encoded` is not such a hash. Takes as long. */
export function verifyPassword(password: string, encoded: string): boolean {
  const { tag, ...cost } = decode(encoded)
  return timingSafeEqual(derive(password, { ...cost, tagLength: tag.length }), tag)
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/

function decode(encoded: string): Encoded {
  const [, memory, passes, parallelism, nonce = '', tag = ''] = PHC.exec(encoded) ?? []
  const found = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const isBounded = found.memory <= MEMORY_KIB_MAX && found.passes <= PASSES_MAX && found.parallelism <= LANES_MAX
  if (!isBounded) throw new Error('The stored password hash is not one of argon2id within bounds.')
  return { ...found, nonce: Buffer.from(nonce, 'base64'), tag: Buffer.from(tag, 'base64') }
}

type Cost = { memory: number; passes: number; parallelism: number; nonce: Uint8Array; tagLength: number }

function derive(password: string, cost: Cost): Buffer {
  // One password however it was typed: NIST SP 800-63B asks for NFKC.
  return argon2Sync('argon2id', { message: password.normalize('NFKC'), ...cost })
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '')
}
