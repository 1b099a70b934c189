import { base62 } from '@natter/protocol'
import type { Cid } from '@natter/protocol'
import type { Environment } from './environment.ts'

/** 22 characters of 5.95 bits: 131 bits. */
const CID_LENGTH = 22

/** A fresh key for one write. */
export function newCid(environment: Environment): Cid {
  return base62(environment.randomBytes(CID_LENGTH), CID_LENGTH)
}

/** A number from 0 up to, not including, 1. */
export function randomNumber(environment: Environment): number {
  const [a = 0, b = 0, c = 0] = environment.randomBytes(3)
  return (a * 65_536 + b * 256 + c) / 16_777_216
}
