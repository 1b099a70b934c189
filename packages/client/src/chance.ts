import type { Cid } from '@natter/protocol'
import type { Environment } from './environment.ts'

const CID_BYTES = 16

/** A fresh key for one write: 128 random bits. */
export function newCid({ randomBytes }: Environment): Cid {
  return [...randomBytes(CID_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A number from 0 up to, not including, 1. */
export function randomNumber({ randomBytes }: Environment): number {
  return randomBytes(4).reduce((fraction, byte) => (fraction + byte) / 256, 0)
}
